// Values written as TIMEX3 and EDTF.
#pragma once

#include "value.hpp"

#include <kroniek/extraction.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

std::string_view type_name(TimeType type);  // "DATE"
std::string_view mod_name(Mod mod);  // "APPROX"; empty for none

// "P1Y6M", "PT1H30M", "PXD"
std::string timex_amount(const Amount& amount);
// "2025-02-12", "2025-W07", "2025-02-12TEV", "2025-Q1"
std::string timex_stretch(const Stretch& stretch);
// "T18:00", "TMO", "XXXX-WXX-1": what fields tell without being laid into time
std::string timex_fields(const Fields& fields);

// The values that an expression takes for each day on which the text may have been published (one value if
// that is known). In what they differ, the value has X.
struct TimexText {
  TimeType type = TimeType::date;
  std::string value;
};
TimexText timex_of(const std::vector<Value>& values);

// The date that the values stand for together; nullopt where they are no dates.
// One day, a span, one of several days (at most ten), or the span around them.
std::optional<DateValue> date_of(const std::vector<Value>& values);

// Where only the month of publication is known, a date without a year is in that month if it can be ("woensdag"
// is one of its Wednesdays): the values beyond it are marked as failed, unless all are.
void keep_published(std::vector<Value>& values, const DateValue& published);

}  // namespace kroniek
