// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/workstation_window.h>

#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/case_list.h>
#include <yichuang/ui/idle_lock.h>
#include <yichuang/ui/screens/case_list_screen.h>
#include <yichuang/ui/screens/case_rows_model.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/screens/desk_screen.h>
#include <yichuang/ui/screens/find_item_screen.h>
#include <yichuang/ui/screens/intake_screen.h>
#include <yichuang/ui/screens/papers_screen.h>
#include <yichuang/ui/screens/settings_screen.h>
#include <yichuang/ui/screens/sign_in_screen.h>
#include <yichuang/ui/screens/sync_screen.h>
#include <yichuang/ui/screens/today_screen.h>
#include <yichuang/ui/sentences.h>

#include <QCoreApplication>
#include <QListView>

namespace yichuang::ui {

WorkstationWindow::WorkstationWindow(Workplace& workplace, Printer& printer, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_printer(printer)
    , m_window(std::make_unique<MainWindow>(m_registry, [&workplace] { return workplace.correctedNow(); }))
    , m_signIn(new SignInScreen(workplace, m_registry))
    , m_today(new TodayScreen(workplace))
    , m_findItem(new FindItemScreen(workplace, m_registry))
    , m_intake(new IntakeScreen(workplace, m_registry))
    , m_toDo(new CaseListScreen(workplace, m_registry, Screen::ToDo, tr("To do"),
          {CaseList::Mine, CaseList::Department, CaseList::PendingDecision, CaseList::Stopped}))
    , m_handOver(
          new CaseListScreen(workplace, m_registry, Screen::HandOver, tr("To hand over"), {CaseList::ToHandOver}))
    , m_done(new CaseListScreen(workplace, m_registry, Screen::Done, tr("Done"), {CaseList::Done}))
    , m_case(new CaseScreen(workplace, m_registry))
    , m_desk(new DeskScreen(workplace, m_registry))
    , m_papers(new PapersScreen(workplace, printer, m_registry))
    , m_sync(new SyncScreen(workplace, m_registry))
    , m_settings(new SettingsScreen(workplace, printer, m_registry))
    , m_found(new CaseRowsModel(this)) {
    m_window->addScreen(Screen::SignIn, m_signIn);
    m_window->addScreen(Screen::Today, m_today);
    m_window->addScreen(Screen::FindItem, m_findItem);
    m_window->addScreen(Screen::Intake, m_intake);
    m_window->addScreen(Screen::ToDo, m_toDo);
    m_window->addScreen(Screen::HandOver, m_handOver);
    m_window->addScreen(Screen::Done, m_done);
    m_window->addScreen(Screen::Case, m_case);
    m_window->addScreen(Screen::Desk, m_desk);
    m_window->addScreen(Screen::Papers, m_papers);
    m_window->addScreen(Screen::Sync, m_sync);
    m_window->addScreen(Screen::Settings, m_settings);
    m_window->setPlaceOf(Screen::FindItem, Screen::Intake);
    m_window->setPlaceOf(Screen::Desk, Screen::ToDo);
    m_window->setPlaceOf(Screen::Case, Screen::ToDo);

    bindPlaces();
    bindCaseKeys();
    followPreviews();
    bindSearch();

    for (CaseListScreen* list : {m_toDo, m_handOver, m_done})
        connect(list, &CaseListScreen::opened, this, &WorkstationWindow::openCase);
    connect(m_today, &TodayScreen::opened, this, &WorkstationWindow::openCase);
    connect(m_findItem, &FindItemScreen::itemChosen, this, &WorkstationWindow::beginIntake);
    connect(m_findItem, &FindItemScreen::draftChosen, this, [this](const QString& draft) {
        m_workplace.intakes().resume(draft).then(this, [this](const Result<std::shared_ptr<Intake>>& intake) {
            if (!intake)
                return;
            m_intake->open(*intake);
            m_window->showScreen(Screen::Intake);
        });
    });
    connect(m_intake, &IntakeScreen::concluded, this, [this](const Concluded& concluded) {
        showPapers(concluded.stream, concluded.papers, [this] { goTo(Screen::FindItem); });
    });
    connect(m_intake, &IntakeScreen::left, this, [this] { goTo(Screen::FindItem); });
    connect(m_case, &CaseScreen::papersWanted, this, [this](const StreamId& stream, const QList<DuePaper>& papers) {
        showPapers(stream, papers, [this] { m_window->showScreen(Screen::Case); });
    });
    connect(m_papers, &PapersScreen::done, this, [this] { goBack(); });
    connect(m_sync, &SyncScreen::caseWanted, this, &WorkstationWindow::openCase);
    connect(m_sync, &SyncScreen::printingWanted, this, [this](const StreamId& stream) {
        openCase(stream);
        m_workplace.casework().open(stream).then(this, [this](const Result<CaseView>& view) {
            if (view)
                printFor(*view, [this] { m_window->showScreen(Screen::Case); });
        });
    });
    connect(&workplace.session(), &Session::signedIn, this, &WorkstationWindow::signedIn);
    connect(&workplace.session(), &Session::locked, this, &WorkstationWindow::locked);
    connect(&workplace.sync(), &SyncDesk::statusChanged, this, &WorkstationWindow::showStatus);
    connect(&workplace.casework(), &Casework::listsChanged, this, &WorkstationWindow::refreshCounts);

    m_idle = std::make_unique<IdleLock>();
    connect(m_idle.get(), &IdleLock::idle, this, [this] {
        if (m_workplace.session().current())
            m_workplace.session().lock();
    });
    connect(&workplace.machine(), &Machine::changed, this,
        [this] { m_idle->setMinutes(m_workplace.machine().lockMinutes()); });

    m_scanner = std::make_unique<Scanner>(monotonicMilliseconds(), [&workplace] { return workplace.today(); });
    m_scanner->watch(m_window.get());
    QCoreApplication::instance()->installEventFilter(m_scanner.get());
    connect(m_scanner.get(), &Scanner::scanned, this, &WorkstationWindow::takeScan);
}

WorkstationWindow::~WorkstationWindow() = default;

void WorkstationWindow::show() {
    m_window->showScreen(Screen::SignIn);
    m_window->show();
    m_signIn->start();
}

bool WorkstationWindow::decides() const {
    const auto& person = m_workplace.session().current();
    return person && person->roles.contains(Role::ChiefRepresentative);
}

void WorkstationWindow::bindPlaces() {
    const auto bind = [this](const char* id, Screen screen) {
        m_registry.action(QLatin1String(id)).bind(this, [this, screen] { goTo(screen); });
    };
    bind("place.today", Screen::Today);
    bind("place.intake", Screen::FindItem);
    bind("place.toDo", Screen::ToDo);
    bind("place.handOver", Screen::HandOver);
    bind("place.done", Screen::Done);
    bind("place.sync", Screen::Sync);
    bind("place.settings", Screen::Settings);
    connect(m_window.get(), &MainWindow::placeWanted, this,
        [this](Screen place) { goTo(place == Screen::Intake ? Screen::FindItem : place); });
    m_registry.action(QStringLiteral("keys.show")).bind(this, [this] { m_window->showKeys(); });
    m_registry.action(QStringLiteral("session.lock")).bind(this, [this] { m_workplace.session().lock(); });
    m_registry.action(QStringLiteral("go.back")).bind(this, [this] { goBack(); });
    m_registry.action(QStringLiteral("list.open")).bind(this, [this] {
        if (const StreamId stream = selectedInList(); !stream.empty())
            openCase(stream);
    });
    m_registry.action(QStringLiteral("list.filter")).bind(this, [this] {
        constexpr std::array order {CaseList::Mine, CaseList::Department, CaseList::PendingDecision, CaseList::Stopped};
        for (std::size_t index = 0; index < order.size(); ++index) {
            if (order[index] == m_toDo->list()) {
                m_toDo->showList(order[(index + 1) % order.size()]);
                return;
            }
        }
    });
}

StreamId WorkstationWindow::selectedInList() const {
    if (const CaseListScreen* list = shownList())
        return list->selected();
    if (m_window->screen() == Screen::Today)
        return m_today->selected();
    if (m_window->screen() == Screen::Desk)
        return m_desk->current();
    return {};
}

CaseListScreen* WorkstationWindow::shownList() const {
    switch (m_window->screen()) {
    case Screen::ToDo:
        return m_toDo;
    case Screen::HandOver:
        return m_handOver;
    case Screen::Done:
        return m_done;
    default:
        return nullptr;
    }
}

void WorkstationWindow::followPreviews() {
    // Beside a list stands what may be done with the case that is selected; each of the keys opens it first.
    for (CaseListScreen* list : {m_toDo, m_handOver, m_done}) {
        connect(list, &CaseListScreen::previewed, this, [this, list](const std::optional<CaseView>& view) {
            if (list->isVisible())
                m_case->actions().setCase(view);
        });
    }
}

CaseActions* WorkstationWindow::activeActions() const {
    if (m_window->screen() == Screen::Case)
        return &m_case->actions();
    if (m_window->screen() == Screen::Desk)
        return &m_desk->actions();
    return nullptr;
}

void WorkstationWindow::bindCaseKeys() {
    for (const char* id : {"case.accept", "case.acceptTolerant", "case.requestCorrection", "case.refuse",
             "case.sendBack", "case.extend", "case.special"}) {
        m_registry.action(QLatin1String(id)).bind(this, [this, id] {
            if (CaseActions* actions = activeActions()) {
                if (const auto meaning = actions->meaningOf(QLatin1String(id)))
                    actions->run(meaning->event, meaning->act);
            } else if (const StreamId stream = selectedInList(); !stream.empty()) {
                openCase(stream);
            }
        });
    }
    m_registry.action(QStringLiteral("case.main")).bind(this, [this] {
        if (CaseActions* actions = activeActions()) {
            if (const auto step = actions->main())
                actions->run(step->event, step->act);
            return;
        }
        if (const StreamId stream = selectedInList(); !stream.empty())
            openCase(stream);
    });
    m_registry.action(QStringLiteral("case.menu")).bind(this, [this] {
        if (m_window->screen() != Screen::Case) {
            const StreamId stream = selectedInList();
            if (stream.empty())
                return;
            openCase(stream);
        }
        m_case->showMenu();
    });
    m_registry.action(QStringLiteral("desk.grant")).bind(this, [this] { m_desk->grant(); });
    m_registry.action(QStringLiteral("desk.skip")).bind(this, [this] { m_desk->skip(); });
    m_registry.action(QStringLiteral("paper.print")).bind(this, [this] { print(); });
    m_registry.action(QStringLiteral("table.export")).bind(this, [this] {
        if (CaseListScreen* list = shownList())
            list->exportTable();
    });
    m_registry.action(QStringLiteral("intake.guide")).bind(this, [this] {
        if (const Intake* intake = m_intake->intake())
            showProcessSheet(intake->item());
    });
}

void WorkstationWindow::print() {
    const Screen from = m_window->screen();
    switch (from) {
    case Screen::Papers:
        m_papers->print();
        return;
    case Screen::Case:
        if (const auto& view = m_case->actions().current())
            printForCase(*view);
        return;
    case Screen::FindItem:
        if (const FoundItem* found = m_findItem->current())
            showProcessSheet(*found->item);
        return;
    default:
        break;
    }
    const StreamId stream = selectedInList();
    if (stream.empty())
        return;
    m_workplace.casework().open(stream).then(this, [this, from](const Result<CaseView>& view) {
        if (view && m_window->screen() == from)
            printFor(*view, [this, from] { m_window->showScreen(from); });
    });
}

void WorkstationWindow::printForCase(const CaseView& view) {
    const auto back = [this] { m_window->showScreen(Screen::Case); };
    const bool somethingNew = std::any_of(
        view.duePapers.begin(), view.duePapers.end(), [](const DuePaper& paper) { return !paper.mustWait; });
    if (somethingNew || view.papers.size() < 2) {
        printFor(view, back);
        return;
    }
    m_case->askWhatToReprint(view, [this, stream = view.row.stream, back](const PrintedPaper& paper) {
        showPapers(stream, {DuePaper {paper.paper, paper.source, paper.ordinal, false}}, back);
    });
}

void WorkstationWindow::printFor(const CaseView& view, Continuation after) {
    QList<DuePaper> papers;
    for (const DuePaper& paper : view.duePapers) {
        if (!paper.mustWait)
            papers.push_back(paper);
    }
    // Nothing new: the last one again, marked as a reprint.
    if (papers.isEmpty() && !view.papers.isEmpty()) {
        const PrintedPaper& last = view.papers.back();
        papers.push_back(DuePaper {last.paper, last.source, last.ordinal, false});
    }
    showPapers(view.row.stream, papers, std::move(after));
}

void WorkstationWindow::bindSearch() {
    SearchField* search = m_window->searchField();
    search->setResults(m_found);
    m_registry.action(QStringLiteral("search.everywhere")).bind(this, [search] { search->focusAndSelect(); });
    connect(search, &SearchField::queryChanged, this, [this](const QString& typed) {
        const int asked = ++m_searchAsked;
        if (typed.trimmed().isEmpty()) {
            m_found->setPage({}, m_workplace.today());
            return;
        }
        m_workplace.casework().search(typed).then(this, [this, asked](const Result<CasePage>& page) {
            if (asked == m_searchAsked && page)
                m_found->setPage(*page, m_workplace.today());
        });
    });
    connect(search, &SearchField::chosen, this, [this](const QModelIndex& index) {
        if (const CaseRow* row = m_found->row(index.row()))
            openCase(row->stream);
    });
}

void WorkstationWindow::goTo(Screen screen) {
    if (screen == Screen::FindItem) {
        m_window->showScreen(Screen::FindItem);
        m_findItem->begin();
        return;
    }
    if (screen == Screen::ToDo) {
        showToDo();
        return;
    }
    m_window->showScreen(screen);
}

void WorkstationWindow::showToDo() {
    // A chief's to do is his desk.
    m_window->showScreen(decides() ? Screen::Desk : Screen::ToDo);
}

void WorkstationWindow::goBack() {
    const Screen now = m_window->screen();
    if (now == Screen::Papers) {
        if (m_afterPapers)
            m_afterPapers();
        return;
    }
    if (now == Screen::Case) {
        goTo(m_cameFrom);
        return;
    }
    showToDo();
}

void WorkstationWindow::openCase(const StreamId& stream) {
    const Screen now = m_window->screen();
    if (now != Screen::Case && now != Screen::Papers && now != Screen::SignIn)
        m_cameFrom = now == Screen::Desk || now == Screen::Intake ? Screen::ToDo : now;
    m_window->setPlaceOf(Screen::Case, m_cameFrom == Screen::FindItem ? Screen::Intake : m_cameFrom);
    m_case->open(stream);
    m_window->showScreen(Screen::Case);
}

void WorkstationWindow::beginIntake(const ItemId& item) {
    std::shared_ptr<Intake> intake = m_workplace.intakes().begin(item);
    if (!intake)
        return;
    m_intake->open(std::move(intake));
    m_window->showScreen(Screen::Intake);
}

void WorkstationWindow::showPapers(const StreamId& stream, const QList<DuePaper>& papers, Continuation after) {
    if (papers.isEmpty()) {
        after();
        return;
    }
    m_papers->open(stream, papers);
    layOutPapers(std::move(after));
}

void WorkstationWindow::showProcessSheet(const Item& item) {
    m_papers->openSheet(m_workplace.papers().processSheet(item));
    layOutPapers([this, from = m_window->screen()] { m_window->showScreen(from); });
}

void WorkstationWindow::layOutPapers(Continuation after) {
    m_afterPapers = std::move(after);
    m_window->setPlaceOf(Screen::Papers, m_window->place());
    m_window->showScreen(Screen::Papers);
    m_papers->setFocus(); // Enter prints from now on, before the pages are laid out
}

void WorkstationWindow::takeScan(ScanKind kind, const QString& value) {
    if (!m_workplace.session().current())
        return;
    switch (kind) {
    case ScanKind::CaseNumber:
        m_workplace.casework().findByNumber(value).then(this, [this](const Result<StreamId>& stream) {
            if (stream)
                openCase(*stream);
        });
        return;
    case ScanKind::ResidentId:
    case ScanKind::CreditCode:
        if (m_window->screen() == Screen::Intake) {
            m_intake->takeNumber(value);
            return;
        }
        // Whose card it is: her cases.
        m_window->searchField()->focusAndSelect();
        m_window->searchField()->line()->setText(value);
        return;
    case ScanKind::ItemCode:
        goTo(Screen::FindItem);
        m_findItem->line()->setText(value);
        return;
    }
}

void WorkstationWindow::signedIn(const SignedIn& person) {
    m_window->setWindowAndPerson(person.windowName, person.name);
    showStatus(m_workplace.sync().status());
    refreshCounts();
    const bool goesOn = person.id == m_lockedBy;
    m_lockedBy = {};
    // What is on another person's intake page is hers: it waits as her draft. Nor are the lists of one the other's.
    if (!goesOn) {
        m_intake->forget();
        for (CaseListScreen* list : {m_toDo, m_handOver, m_done})
            list->forget();
        m_today->forget();
        m_desk->forget();
        m_window->searchField()->line()->clear();
    }
    if (goesOn && (m_lockedOn != Screen::Intake || m_intake->intake()))
        m_window->showScreen(m_lockedOn);
    else
        showToDo();
}

void WorkstationWindow::locked() {
    const auto& person = m_workplace.session().current();
    if (person && m_window->screen() != Screen::SignIn) {
        m_lockedBy = person->id;
        m_lockedOn = m_window->screen();
    }
    m_window->showScreen(Screen::SignIn);
    m_signIn->lockedFor(person ? person->name : QString {});
}

void WorkstationWindow::showStatus(const SyncStatus& status) {
    m_centre.waiting = status.waiting;
    switch (status.connection) {
    case yichuang::Connection::Online:
        m_centre.state = CentreStatus::State::Online;
        break;
    case yichuang::Connection::Never:
    case yichuang::Connection::WaitingForSignIn:
        m_centre.state = CentreStatus::State::NeverSeen;
        break;
    case yichuang::Connection::Offline:
    case yichuang::Connection::NotOurService:
    case yichuang::Connection::OtherRelease:
    case yichuang::Connection::WrongClock:
    case yichuang::Connection::Revoked:
    case yichuang::Connection::ChainDisputed:
        m_centre.state = CentreStatus::State::Offline;
        break;
    }
    if (status.lastContact.isValid())
        m_centre.minutesOffline
            = static_cast<int>(status.lastContact.secsTo(toHallTime(m_workplace.correctedNow())) / 60);
    m_window->setConnection(m_centre);
    const auto& person = m_workplace.session().current();
    const bool takesIn
        = person && (person->roles.contains(Role::WindowClerk) || person->roles.contains(Role::IntegratedClerk));
    constexpr int fewNumbers = 40;
    m_window->setNumbersLeft(
        takesIn ? std::optional<int> {status.numbersLeft} : std::nullopt, status.numbersLeft < fewNumbers);
}

void WorkstationWindow::refreshCounts() {
    if (!m_workplace.session().current())
        return;
    m_workplace.casework().counts().then(this, [this](const Result<Counts>& counts) {
        if (!counts)
            return;
        m_window->setCount(Screen::ToDo, decides() ? counts->pendingDecision : counts->mine);
        m_window->setCount(Screen::HandOver, counts->toHandOver);
        m_window->setCount(Screen::Sync, counts->refused);
        m_centre.refused = counts->refused;
        m_window->setConnection(m_centre);
    });
}

} // namespace yichuang::ui
