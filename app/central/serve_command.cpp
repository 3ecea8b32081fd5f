// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre_commands.h"

#include "configuration.h"
#include "database.h"
#include "request_log.h"
#include "sentences.h"
#include "service_manager.h"

#include <yichuang/service/http_server.h>
#include <yichuang/service/routes.h>
#include <yichuang/service/sessions.h>

#include <charconv>
#include <csignal>
#include <iostream>

namespace yichuang::central {
namespace {

struct Listen {
    std::string address;
    unsigned short port = 0;
};

/// "127.0.0.1:8443" or "[::1]:8443".
std::optional<Listen> parseListen(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return std::nullopt;
    }
    Listen listen;
    std::string_view address = text.substr(0, colon);
    if (address.front() == '[' && address.back() == ']') {
        address = address.substr(1, address.size() - 2);
    }
    listen.address = address;
    const std::string_view digits = text.substr(colon + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), listen.port);
    return read.ec == std::errc {} && read.ptr == digits.data() + digits.size() ? std::optional(listen) : std::nullopt;
}

std::optional<int> parseSeconds(std::string_view text) {
    int seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return read.ec == std::errc {} && read.ptr == text.data() + text.size() && seconds > 0 ? std::optional(seconds)
                                                                                           : std::nullopt;
}

/// What the centre does by itself. A failure is told and tried again the next time.
void doDuties(Centre& centre, Metrics& metrics, RequestLog& log) {
    const auto silence = centre.writeSilence();
    if (!silence) {
        log.write("duty=silence failed=" + silence.error().code);
    } else if (*silence > 0) {
        metrics.countSilence(*silence);
        log.write("duty=silence entries=" + std::to_string(*silence));
    }
    const auto indexed = centre.indexApplicants();
    if (!indexed) {
        log.write("duty=applicants failed=" + indexed.error().code);
    } else if (*indexed > 0) {
        log.write("duty=applicants cases=" + std::to_string(*indexed));
    }
    const auto moved = centre.recalendar();
    if (!moved) {
        log.write("duty=recalendar failed=" + moved.error().code);
    } else if (*moved > 0) {
        log.write("duty=recalendar entries=" + std::to_string(*moved));
    }
}

int run(const Arguments& arguments, Console& console) {
    const std::string where = arguments.valueOr("--listen", "127.0.0.1:0");
    const auto listen = parseListen(where);
    if (!listen) {
        complainOf({"usage.bad_value", {{"option", "--listen"}, {"value", where}, {"expected", "127.0.0.1:8443"}}, {}},
            console);
        return misused;
    }
    const std::string every = arguments.valueOr("--duties-every", "60");
    const auto seconds = parseSeconds(every);
    if (!seconds) {
        complainOf(
            {"usage.bad_value", {{"option", "--duties-every"}, {"value", every}, {"expected", "1 …"}}, {}}, console);
        return misused;
    }
    if (arguments.has("--certificate") != arguments.has("--key")) {
        complainOf(
            {"usage.missing_option", {{"option", arguments.has("--key") ? "--certificate" : "--key"}}, {}}, console);
        return misused;
    }
    // Blocked before the first thread starts, so that every thread leaves them to this one.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    if (arguments.has("--log-file")) {
        sigaddset(&signals, SIGHUP);
    }
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const auto open = openCentre(arguments, console, Expect::Initialised);
    if (!open) {
        return failed;
    }
    HttpOptions options;
    options.address = listen->address;
    options.port = listen->port;
    options.allowPlain = arguments.has("--allow-plain-http");
    options.certificateFile = arguments.valueOr("--certificate", "");
    options.keyFile = arguments.valueOr("--key", "");
    SystemRandomness randomness;
    Metrics metrics;
    RequestLog log(arguments.valueOr("--log-file", ""), console.err());
    if (const auto opened = log.open(); !opened) {
        complainOf(opened.error(), console);
        return failed;
    }
    Sessions sessions(*open->centre, *open->clock, randomness);
    HttpServer server(
        options, centralRoutes({*open->centre, sessions, *open->clock, metrics}),
        [&sessions](const Route& route, const HttpRequest& request) { return sessions.admit(route, request); },
        open->clock->clock(), metrics, [&log](const std::string& line) { log.write(line); });
    if (auto started = server.start(); !started) {
        complainOf(started.error(), console);
        return failed;
    }
    const bool secure = !options.certificateFile.empty();
    const bool six = options.address.find(':') != std::string::npos;
    const std::string url = std::string(secure ? "https://" : "http://")
        + (six ? "[" + options.address + "]" : options.address) + ":" + std::to_string(server.port());
    console.say({"中心服务已就绪:{url}", "The central service is ready: {url}"}, {{"url", url}});
    tellServiceManagerReady();
    for (;;) {
        doDuties(*open->centre, metrics, log);
        const timespec patience {*seconds, 0};
        const int signal = sigtimedwait(&signals, nullptr, &patience);
        if (signal == SIGHUP) {
            if (const auto opened = log.open(); !opened) {
                complainOf(opened.error(), console);
            }
        } else if (signal > 0) {
            break;
        }
    }
    log.write("stopping");
    server.stop();
    console.say({"中心服务已停止。", "The central service has stopped."});
    return done;
}

} // namespace

Command serveCommand() {
    return {"serve", {"运行中心服务,直到收到 SIGTERM。", "Run the central service until SIGTERM."}, {},
        {databaseOption, configurationOption,
            {"--listen", OptionKind::Value, "127.0.0.1:8443",
                {"监听的地址和端口;端口 0 表示任选一个空闲端口,启动后显示。",
                    "Address and port to listen on; port 0 takes a free one and tells it."}},
            {"--certificate", OptionKind::Value, "FILE", {"TLS 证书链(PEM)。", "Certificate chain (PEM) for TLS."}},
            {"--key", OptionKind::Value, "FILE", {"证书的私钥(PEM)。", "The certificate's private key (PEM)."}},
            {"--allow-plain-http", OptionKind::Flag, "",
                {"允许在本机以外的地址上不加密。只在服务前面另有 TLS 代理、且这段网络可信时使用。",
                    "Allow plain HTTP on other addresses than loopback: only behind a TLS proxy, on a trusted "
                    "network."}},
            {"--duties-every", OptionKind::Value, "SECONDS",
                {"每隔多少秒处理到期的默示事项(默认 60)。",
                    "How often what falls due by silence is written; 60 by default."}},
            {"--log-file", OptionKind::Value, "FILE",
                {"每个请求一行,写入这个文件;不写则写到标准错误输出。收到 SIGHUP 时重新打开,便于轮换。",
                    "Write the line of each request to this file instead of standard error; opened anew on SIGHUP, for "
                    "rotation."}},
            clockOption, keyFileOption},
        run};
}

} // namespace yichuang::central
