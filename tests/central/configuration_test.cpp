// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace yichuang;
using namespace yichuang::central;
using testing::ElementsAre;

namespace {

Result<std::vector<std::string>> read(
    const std::string& text, const std::string& command, const std::vector<std::string>& words = {}) {
    const auto commands = allCommands();
    const auto found
        = std::find_if(commands.begin(), commands.end(), [&](const Command& known) { return known.name == command; });
    return withConfiguration(text, words, *found, commands);
}

const std::string whole = "# of the hall\n"
                          "database = sqlite:/var/lib/hall.sqlite\r\n"
                          "\n"
                          "  listen=0.0.0.0:8443  \n"
                          "allow-plain-http = yes";

TEST(ConfigurationTest, aCommandTakesItsOwnSettingsAndPassesOverThoseOfOthers) {
    EXPECT_THAT(read(whole, "serve").value(),
        ElementsAre("--database=sqlite:/var/lib/hall.sqlite", "--listen=0.0.0.0:8443", "--allow-plain-http"));
    EXPECT_THAT(read(whole, "verify").value(), ElementsAre("--database=sqlite:/var/lib/hall.sqlite"));
}

TEST(ConfigurationTest, whatStandsOnTheCommandLineCounts) {
    EXPECT_THAT(
        read(whole, "verify", {"--database", "sqlite:other"}).value(), ElementsAre("--database", "sqlite:other"));
    EXPECT_THAT(read(whole, "verify", {"--database=sqlite:other"}).value(), ElementsAre("--database=sqlite:other"));
    EXPECT_THAT(read(whole, "enrol-code", {"w3"}).value(), ElementsAre("--database=sqlite:/var/lib/hall.sqlite", "w3"));
}

TEST(ConfigurationTest, aByteOrderMarkBeforeTheFirstLineIsPassedOver) {
    EXPECT_THAT(read("\xEF\xBB\xBF" + whole, "verify").value(), ElementsAre("--database=sqlite:/var/lib/hall.sqlite"));
    EXPECT_THAT(read("\xEF\xBB\xBF"
                     "database=sqlite:x",
                    "verify")
                    .value(),
        ElementsAre("--database=sqlite:x"));
}

TEST(ConfigurationTest, aSettingThatIsOffIsNotGiven) {
    EXPECT_THAT(read("allow-plain-http = no\n", "serve").value(), ElementsAre());
}

TEST(ConfigurationTest, aWrongLineIsNamedByItsNumber) {
    const auto wrong = [](const std::string& text) {
        const auto result = read(text, "serve");
        return result ? std::string("taken") : result.error().code + ' ' + result.error().arguments.at("line");
    };
    EXPECT_EQ(wrong("# a hall\nlisten 0.0.0.0:8443\n"), "config.line 2");
    EXPECT_EQ(wrong("= 1\n"), "config.line 1");
    EXPECT_EQ(wrong("\n\nlissen = 1\n"), "config.unknown 3");
    EXPECT_EQ(wrong("config = other\n"), "config.unknown 1");
    EXPECT_EQ(wrong("listen = a:1\nlisten = b:1\n"), "config.repeated 2");
    EXPECT_EQ(wrong("allow-plain-http = true\n"), "config.yes_or_no 1");
}

} // namespace
