#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/time/algebra.hpp"
#include "../../src/time/timex.hpp"

namespace fuzz {

using namespace kroniek;

void edtf(std::string_view data) {
  const auto date = parse_edtf(data);
  if (!date) return;
  require_date(*date);
  if (!date->one_of.empty()) {
    const auto built = one_of(date->one_of);
    require(built.one_of == date->one_of && built.earliest == date->earliest, "a set of days is built as it was read", date->edtf);
    require_date(built);
  }
  const auto built = between(date->earliest, date->latest);
  require(built.earliest == date->earliest && built.latest == date->latest, "a span is built as it was read", date->edtf);
  if (date->earliest != kOpenPast || date->latest != kOpenFuture) require_date(built);
  for (const auto end : {date->earliest, date->latest}) {
    if (end == kOpenPast || end == kOpenFuture) continue;
    const auto civil = civil_from_day(end);
    require(day_from_civil(civil.year, civil.month, civil.day) == end, "a day is that day on the calendar", date->edtf);
    require(parse_edtf(iso_day(end))->earliest == end, "a day is written and read", date->edtf);
  }
}

namespace {

// The first slot holds nothing, the others numbers and a weekday, as texts give them.
class Slots final : public SlotValues {
 public:
  Value slot(std::int32_t index, const TimeNow&) const override {
    Value value;
    if (index == 1 || index == 2) {
      value.kind = ValueKind::number;
      value.number = index == 1 ? 3000 : -2147483647000;
    } else if (index == 3) {
      value.kind = ValueKind::fields;
      value.fields.weekday = 3;
    } else if (index == 4) {
      value.kind = ValueKind::unit;
      value.unit = Grain::month;
    }
    return value;
  }
};

int slot_of(std::string_view name) { return name.size() == 1 && name[0] >= 'a' && name[0] <= 'e' ? name[0] - 'a' : -1; }

}  // namespace

void algebra(std::string_view data) {
  TimeAlgebra algebra;
  AlgebraFault fault;
  const auto root = read_algebra(data, slot_of, algebra, fault);
  require(fault.at <= data.size(), "a fault is in the text", fault.message);
  if (!fault.message.empty()) return;
  std::vector<Value> values;
  for (const Day day : {kFirstDay, kFirstDay + 400, 0, 19782, 20170, 20200, kLastDay - 400, kLastDay}) {
    for (const auto direction : {Direction::backward, Direction::nearest, Direction::forward}) {
      TimeNow now;
      now.day = day;
      now.told = day_stretch(day);
      now.direction = direction;
      now.conversation = day % 2 == 0;
      const auto value = resolve(evaluate(algebra, root, now, Slots()), now);
      if (const auto date = date_of({value})) require_date(*date);
      const bool tells = value.kind != ValueKind::none && value.kind != ValueKind::number && value.kind != ValueKind::unit;
      require(!tells || value.failed || !timex_of({value}).value.empty(), "a value has a TIMEX3", data);
      values.push_back(value);
    }
  }
  if (const auto date = date_of(values)) require_date(*date);
  timex_of(values);
}

}  // namespace fuzz
