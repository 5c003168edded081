#include "resolve.hpp"

#include "algebra.hpp"
#include "timex.hpp"

namespace kroniek {

std::vector<Day> publication_days(const DateValue& published) {
  constexpr Day kMostDays = 400;
  if (!published.one_of.empty()) return published.one_of;
  std::vector<Day> days;
  if (published.is_open() || published.latest - published.earliest > kMostDays) return days;
  for (Day day = published.earliest; day <= published.latest; ++day) days.push_back(day);
  return days;
}

std::optional<DateValue> resolve_fields(const Fields& fields, const DateValue& published, Direction direction) {
  Value value;
  value.kind = ValueKind::fields;
  value.fields = fields;
  std::vector<Value> values;
  for (const Day day : publication_days(published)) {
    TimeNow now;
    now.day = day;
    now.direction = direction;
    values.push_back(resolve(value, now));
  }
  keep_published(values, published);
  return values.empty() ? std::nullopt : date_of(values);
}

DateValue resolve_weekday(int weekday, const DateValue& published, Direction direction) {
  Fields fields;
  fields.weekday = static_cast<std::int8_t>(weekday);
  return resolve_fields(fields, published, direction).value_or(between(kOpenPast, kOpenFuture));
}

DateValue resolve_month(int month, const DateValue& published, Direction direction) {
  Fields fields;
  fields.month = static_cast<std::int8_t>(month);
  return resolve_fields(fields, published, direction).value_or(between(kOpenPast, kOpenFuture));
}

}  // namespace kroniek
