#include "oracles.hpp"
#include "targets.hpp"

#include <algorithm>
#include <array>

namespace fuzz {

using namespace kroniek;

namespace {

// Hands out the bytes of an input; zeros behind its end.
class Dice {
 public:
  explicit Dice(std::string_view data) : data_(data) {}
  bool more() const { return at_ < data_.size(); }
  unsigned char byte() { return at_ < data_.size() ? static_cast<unsigned char>(data_[at_++]) : 0; }
  bool coin() { return (byte() & 1U) != 0; }
  std::size_t below(std::size_t n) { return byte() % n; }
  template <class T, std::size_t N>
  const T& of(const std::array<T, N>& values) { return values[below(N)]; }

 private:
  std::string_view data_;
  std::size_t at_ = 0;
};

constexpr std::array<const char*, 12> kDates = {"2025-03-18", "2025-03-19", "2025-03", "2025", "[2025-03-05,2025-03-12,2025-03-19,2025-03-26]", "2025-03-10/2025-03-20", "../2025-03-01", "2025-04-01/..", "", "0001-01-01", "9999-12-31", "2024-02-29"};
constexpr std::array<const char*, 6> kPeople = {"macron", "zelensky", "trump", "putin", "unknown", "x-vries"};
constexpr std::array<const char*, 6> kTypes = {"phone_call", "meeting", "visit", "ceasefire", "strike", "no_such_type"};
constexpr std::array<const char*, 7> kStatuses = {"occurred", "planned", "demanded", "proposed", "negated", "conditional", "unconfirmed"};

DateValue date(Dice& dice) {
  if (dice.below(4) == 0) {
    const Day first = 20000 + static_cast<Day>(dice.byte());
    return between(first, first + static_cast<Day>(dice.below(40)));
  }
  return parse_edtf(dice.of(kDates)).value_or(DateValue{});
}

ActorRef actor(Dice& dice) {
  const auto* id = dice.of(kPeople);
  return {id, id, dice.coin() ? "participant" : dice.coin() ? "initiator" : "target", ""};
}

EventMention event(Dice& dice, const Extraction& in) {
  EventMention out;
  out.document = in.document.id;
  out.type = dice.of(kTypes);
  out.status = dice.of(kStatuses);
  out.rule = out.type.text() + ".test";
  const auto begin = static_cast<std::uint32_t>(50 * in.events.size());
  out.at = {{begin, begin + 4}, "iets", static_cast<int>(in.events.size()) + 1};
  out.date = date(dice);
  out.date_basis = dice.coin() ? "time expression in the clause" : "tense";
  if (dice.coin()) out.date_at = Evidence{{begin, begin + 2}, "ie", out.at.line};
  for (auto n = dice.below(4); n > 0; --n) out.participants.push_back(actor(dice));
  if (dice.below(4) == 0) out.place = PlaceRef{"paris", "Parijs"};
  if (dice.below(4) == 0) out.duration = "PT1H30M";
  if (dice.below(4) == 0) out.according_to.push_back(actor(dice));
  out.chain = static_cast<std::uint32_t>(dice.below(in.events.size() + 1));
  if (dice.below(4) == 0) out.amounts.push_back({dice.byte() * 1000, "doden"});
  if (dice.below(8) == 0) out.clock = "T14:30";
  if (!in.events.empty() && dice.below(3) == 0) out.after.push_back(static_cast<std::uint32_t>(dice.below(in.events.size())));
  if (in.document.published && !in.document.published->date.is_day() && dice.coin()) {
    const auto& on = in.document.published->date;
    const Day half = on.earliest + (on.latest - on.earliest) / 2;
    out.if_published = {{on.earliest, half, on_day(half - 3)}, {half + 1, on.latest, on_day(half)}};
  }
  return out;
}

std::vector<Extraction> made_up(Dice& dice) {
  std::vector<Extraction> all;
  while (dice.more() && all.size() < 8) {
    Extraction out;
    const auto number = all.size();
    // Ids or texts that are another's, too; both at once would be one document with two extractions.
    const bool same_id = dice.below(6) == 0, same_text = !same_id && dice.below(6) == 0;
    out.document.id = "d" + std::to_string(same_id ? 0 : number);
    out.document.source = out.document.id + ".txt";
    out.document.language = "nl";
    out.document.sha256 = std::string(64, static_cast<char>('a' + (same_text ? 0 : number)));
    out.origin = origin_of(pack());
    if (dice.below(3) != 0) {
      auto published = date(dice);
      if (!published.is_open() && published.one_of.empty()) out.document.published = Publication{std::move(published), "option", {}};
    }
    if (dice.coin()) out.document.signature.assign(64, static_cast<std::uint32_t>(dice.byte()));
    for (auto n = dice.below(6); n > 0; --n) {
      auto next = event(dice, out);
      out.events.push_back(std::move(next));
    }
    if (!out.events.empty() && dice.coin()) {
      Claim claim;
      claim.id = "c-" + std::to_string(number);
      claim.document = out.document.id;
      claim.at = out.events[0].at;
      claim.speaker = actor(dice);
      claim.kind = "direct";
      claim.stance = dice.coin() ? "asserts" : "denies";
      claim.contents = {claim.at};
      claim.date = date(dice);
      claim.about = {0};
      out.claims.push_back(std::move(claim));
    }
    all.push_back(std::move(out));
  }
  return all;
}

Assembly wanted(Dice& dice) {
  Assembly assembly;
  if (dice.below(4) == 0) assembly.window = {20000, 20200};
  if (dice.below(4) == 0) assembly.selection.statuses = {"occurred"};
  if (dice.below(4) == 0) assembly.selection.min_sources = 2;
  assembly.inference = dice.below(4) != 0;
  return assembly;
}

}  // namespace

void assemble(std::string_view data) {
  Dice dice(data);
  const auto assembly = wanted(dice);
  auto extractions = made_up(dice);
  for (const auto& extraction : extractions) {
    const auto line = to_ndjson(extraction);
    Diagnostic fault;
    const auto again = from_ndjson(line, fault);
    require(again && to_ndjson(*again) == line, "nothing is lost in a line", fault.message);
  }
  const auto timeline = kroniek::assemble(extractions, pack(), assembly);
  require_timeline(timeline);
  std::reverse(extractions.begin(), extractions.end());
  require(to_json(kroniek::assemble(std::move(extractions), pack(), assembly)) == to_json(timeline), "the order of the extractions does not matter");
}

void lines(std::string_view data) {
  std::vector<Extraction> extractions;
  while (!data.empty()) {
    const auto end = std::min(data.find('\n'), data.size());
    Diagnostic fault;
    if (auto extraction = from_ndjson(data.substr(0, end), fault)) {
      const auto line = to_ndjson(*extraction);
      const auto again = from_ndjson(line, fault);
      require(again && to_ndjson(*again) == line, "nothing is lost in a line", line);
      extractions.push_back(std::move(*extraction));
    } else {
      require(!fault.message.empty(), "a line that is refused is told why");
    }
    origin_in_ndjson(data.substr(0, end));
    data.remove_prefix(std::min(end + 1, data.size()));
  }
  const auto timeline = kroniek::assemble(extractions, pack(), {});
  require_json(to_json(timeline));
}

void edits(std::string_view data) {
  // Twelve events, so that edits can name entries that there are: "e-0" to "e-b" stand for their ids.
  static const auto extractions = [] {
    std::string bytes;
    for (int i = 0; i < 200; ++i) bytes += static_cast<char>(i * 37 % 251);
    Dice dice(bytes);
    return made_up(dice);
  }();
  static const auto ids = [] {
    std::vector<std::string> all;
    for (const auto& entry : kroniek::assemble(extractions, pack(), {}).entries) all.push_back(entry.id);
    return all;
  }();
  std::string text(data);
  for (std::size_t at = text.find("e-"); at != std::string::npos; at = text.find("e-", at + 14)) {
    if (at + 2 >= text.size()) break;
    const auto digit = std::string_view("0123456789ab").find(text[at + 2]);
    if (digit < ids.size()) text.replace(at, 3, ids[digit]);
  }
  std::vector<Diagnostic> findings;
  Assembly assembly;
  assembly.edits = read_edits(text, "edits.yaml", findings);
  const auto timeline = kroniek::assemble(extractions, pack(), assembly);
  require_timeline(timeline);
  // A timeline is a file of its own edits.
  if (!findings.empty() || assembly.edits.edits.empty()) return;
  Assembly again;
  again.edits = read_edits(to_json(timeline), "timeline.json", findings);
  require(findings.empty(), "the edits of a timeline are read again", findings.empty() ? "" : findings[0].message);
  require(again.edits.edits.size() == assembly.edits.edits.size(), "no edit is lost in a timeline");
}

}  // namespace fuzz
