#include "links.hpp"

#include <algorithm>
#include <string_view>

namespace kroniek {

namespace {

constexpr std::uint32_t kNear = 3;  // sentences back that "dat" may mean
constexpr std::size_t kFar = 256;   // claims further apart are not compared, so that time stays linear in the text

// What is said, as words that carry meaning: verbs and nouns by their lexeme, names and numbers as they are.
struct Gist {
  std::vector<std::string_view> words;  // sorted, each once
  bool negated = false;
  bool points_back = false;  // "dat", or nothing but the cue
};

class Linker {
 public:
  Linker(const Text& text, const Lexicon& lexicon, const std::vector<ClaimHit>& hits, Extraction& result)
      : text_(text), lexicon_(lexicon), hits_(hits), claims_(result.claims), events_(result.events),
        negation_(lexicon.class_id("negation")), nothing_(lexicon.class_id("negative_determiner")), pointing_(lexicon.class_id("reported_pronoun")),
        saying_(lexicon.class_id("report_noun")), auxiliary_(lexicon.class_id("auxiliary")), copula_(lexicon.class_id("copula")) {
    for (const auto& hit : hits) gists_.push_back(gist(hit));
  }

  void run() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (claims_[i].stance == "denies") deny(i);
    }
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(hits_.size(), i + kFar); ++j) {
        if (!apart(i, j) || denied(i, j) || !contradict(i, j)) continue;
        add(claims_[i].contradicts, claims_[j].id);
        add(claims_[j].contradicts, claims_[i].id);
      }
    }
  }

 private:
  static void add(std::vector<std::string>& ids, const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }

  bool is(FormId form, ClassId cls) const { return cls != 0 && form != 0 && lexicon_.in_class(form, cls).has_value(); }

  // Words that only hold others together.
  bool functional(FormId form) const {
    for (const auto& reading : lexicon_.readings(form)) {
      if (reading.pos == Pos::verb && (lexicon_.is_a(reading.lexeme, auxiliary_) || lexicon_.is_a(reading.lexeme, copula_))) return true;
      if (reading.pos != Pos::verb && reading.pos != Pos::noun && reading.pos != Pos::name && reading.pos != Pos::adjective && reading.pos != Pos::number) return true;
    }
    return false;
  }

  std::string_view key(TokenId token) const {
    const auto form = text_.tokens[token].form;
    for (const auto pos : {Pos::verb, Pos::noun}) {
      for (const auto& reading : lexicon_.readings(form)) {
        if (reading.pos == pos) return lexicon_.text(lexicon_.lexeme(reading.lexeme).lemma);
      }
    }
    return form != 0 ? lexicon_.text(form) : text_.word(token);
  }

  Gist gist(const ClaimHit& hit) const {
    Gist gist;
    std::size_t count = 0;
    bool pointing = false, says = false;
    for (const auto& [first, last] : hit.contents) {
      gist.points_back |= first <= hit.cue_first && hit.cue_first < last && hit.cue_first != hit.cue_last;
      for (auto token = first; token < last; ++token) {
        if (text_.tokens[token].has(kPunct)) continue;
        const auto form = text_.tokens[token].form;
        gist.negated |= is(form, negation_) || is(form, nothing_);
        ++count;
        pointing |= is(form, pointing_);
        says |= is(form, saying_);
        if (!functional(form)) gist.words.push_back(key(token));
      }
    }
    std::sort(gist.words.begin(), gist.words.end());
    gist.words.erase(std::unique(gist.words.begin(), gist.words.end()), gist.words.end());
    gist.points_back |= count <= 3 && (pointing || says);
    return gist;
  }

  bool apart(std::size_t i, std::size_t j) const { return claims_[i].speaker.id != claims_[j].speaker.id || claims_[i].speaker.name != claims_[j].speaker.name; }

  std::size_t shared(std::size_t i, std::size_t j) const {
    const auto& words = gists_[j].words;
    return static_cast<std::size_t>(std::count_if(gists_[i].words.begin(), gists_[i].words.end(), [&](std::string_view word) { return std::binary_search(words.begin(), words.end(), word); }));
  }

  // At least so many words in common, and `part` of the shorter one.
  bool alike(std::size_t i, std::size_t j, std::size_t least, double part) const {
    const auto common = shared(i, j);
    const auto shorter = std::min(gists_[i].words.size(), gists_[j].words.size());
    return common >= least && static_cast<double>(common) >= part * static_cast<double>(shorter);
  }

  void deny(std::size_t i) {
    const auto usable = [&](std::size_t j) { return j != i && apart(i, j) && claims_[j].stance != "denies" && !nested(i, j); };
    if (gists_[i].points_back) {
      for (auto j = i; j-- > 0;) {
        if (hits_[j].sentence + kNear < hits_[i].sentence) break;
        if (!usable(j)) continue;
        add(claims_[i].denies, claims_[j].id);
        return;
      }
      return;
    }
    std::size_t best = hits_.size(), most = 0;
    for (std::size_t j = i > kFar ? i - kFar : 0; j < std::min(hits_.size(), i + kFar); ++j) {
      if (!usable(j) || !alike(i, j, 2, 0.5)) continue;
      if (const auto common = shared(i, j); common > most) {
        most = common;
        best = j;
      }
    }
    if (best != hits_.size()) add(claims_[i].denies, claims_[best].id);
  }

  // One is told inside the other.
  bool nested(std::size_t i, std::size_t j) const {
    const auto in = [](const ClaimHit& a, const ClaimHit& b) { return b.first <= a.first && a.last <= b.last; };
    return in(hits_[i], hits_[j]) || in(hits_[j], hits_[i]);
  }

  bool denied(std::size_t i, std::size_t j) const {
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    return has(claims_[i].denies, claims_[j].id) || has(claims_[j].denies, claims_[i].id);
  }

  bool contradict(std::size_t i, std::size_t j) const {
    if (nested(i, j)) return false;
    for (const auto a : claims_[i].about) {
      for (const auto b : claims_[j].about) {
        if (same_event(events_[a], events_[b]) && (events_[a].status == "negated") != (events_[b].status == "negated")) return true;
      }
    }
    const auto tells = [&](std::size_t k) { return claims_[k].stance == "asserts" || claims_[k].stance == "accuses"; };
    return tells(i) && tells(j) && gists_[i].negated != gists_[j].negated && (alike(i, j, 3, 0.6) || alike(i, j, 2, 1.0));
  }

  static bool same_event(const EventMention& a, const EventMention& b) {
    if (a.chain == b.chain) return true;
    if (a.type != b.type || a.participants.empty() || a.participants.size() != b.participants.size()) return false;
    return std::all_of(a.participants.begin(), a.participants.end(), [&](const ActorRef& x) {
      return std::any_of(b.participants.begin(), b.participants.end(), [&](const ActorRef& y) { return x.id == y.id; });
    });
  }

  const Text& text_;
  const Lexicon& lexicon_;
  const std::vector<ClaimHit>& hits_;
  std::vector<Claim>& claims_;
  const std::vector<EventMention>& events_;
  ClassId negation_, nothing_, pointing_, saying_, auxiliary_, copula_;
  std::vector<Gist> gists_;
};

}  // namespace

void link_claims(const Text& text, const Lexicon& lexicon, const std::vector<ClaimHit>& hits, Extraction& result) { Linker(text, lexicon, hits, result).run(); }

}  // namespace kroniek
