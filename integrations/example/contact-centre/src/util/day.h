// Calendar days: all that the desk needs of time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace desk::util {

using Day = std::chrono::sys_days;

/// "2026-05-04", or nothing where the text is no such date.
std::optional<Day> parseDay(std::string_view text);
std::string format(Day day);

/// "2026-05": as much of a date as a report shows.
std::string monthOf(Day day);

Day today();

} // namespace desk::util
