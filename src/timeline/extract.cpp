#include "analysis.hpp"

#include "../actors/references.hpp"
#include "../actors/roles.hpp"
#include "../actors/words.hpp"
#include "../claims/first_person.hpp"
#include "../claims/links.hpp"
#include "../events/dropped.hpp"
#include "../events/would.hpp"
#include "../rules/pack.hpp"
#include "../text/quotes.hpp"
#include "details.hpp"
#include "evidence.hpp"
#include "hash.hpp"
#include "publication_dates.hpp"
#include "signature.hpp"

#include <kroniek/kroniek.hpp>

#include <algorithm>

namespace kroniek {

namespace {

const char* name_of(Part part) {
  switch (part) {
    case Part::initiator: return "initiator";
    case Part::target: return "target";
    case Part::any: break;
  }
  return "participant";
}

// Derived from what is said, by whom and where, so that other articles and rules leave it as it is.
std::string claim_id(const Document& document, const Claim& claim) {
  return "c-" + short_hash(document.sha256 + '|' + claim.speaker.id.text() + '|' + std::to_string(claim.at.span.begin) + '|' + claim.at.text);
}

class Builder {
 public:
  Builder(const Document& document, const PackData& pack, const Places& places) : places_(places), document_(document), pack_(pack) {}

  EventMention event(const EventHit& hit, const std::vector<TimeHit>& times, const Parse& parse) {
    const auto& rules = pack_.events;
    EventMention mention;
    mention.document = symbols_.of(document_.id);
    mention.type = symbols_.of(rules.types[hit.type].id);
    mention.status = symbols_.of(hit.status);
    mention.rule = symbols_.of(rules.rules[hit.rule].id);
    mention.at = places_.evidence(hit.first, hit.last);
    mention.date = hit.date;
    mention.date_basis = symbols_.of(hit.date_basis);
    if (hit.time != kNone) {
      mention.date_at = places_.evidence(times[hit.time].first, times[hit.time].last);
      mention.date_rule = symbols_.of(times[hit.time].expression.rule);
    }
    for (const auto& filler : hit.fillers) {
      if (!filler.who.id.empty() && filler.role == 0) {
        mention.participants.push_back({symbols_.of(filler.who.id), symbols_.of(filler.who.name), symbols_.of(name_of(filler.part)), symbols_.of(filler.who.wikidata)});
      } else if (mention.theme.empty() && filler.who.id.empty()) {
        mention.theme = places_.evidence(filler.first, filler.last).text;
      }
    }
    if (hit.place >= 0) {
      const auto& place = pack_.gazetteer.places[static_cast<std::size_t>(hit.place)];
      mention.place = PlaceRef{symbols_.of(place.in.empty() ? place.id : place.in), symbols_.of(place.name)};
    } else if (hit.place <= -2) {
      const auto& country = pack_.gazetteer.actors[static_cast<std::size_t>(-2 - hit.place)];
      mention.place = PlaceRef{symbols_.of(country.id), symbols_.of(country.name)};
    }
    mention.duration = hit.duration;
    mention.chain = hit.chain;
    mention.words = words(hit, times, parse, mention.place ? mention.place->id : Symbol());
    return mention;
  }

 private:
  // The words that tell the trigger and the roles.
  std::vector<RoleWords> words(const EventHit& hit, const std::vector<TimeHit>& times, const Parse& parse, const Symbol& place) {
    std::vector<RoleWords> all;
    const auto add = [&](std::string_view role, std::string_view id, TokenId first, TokenId last) {
      if (first < last) all.push_back(places_.role_words(symbols_.of(role), symbols_.of(id), first, last));
    };
    const auto& atom = parse.atoms[hit.trigger];
    const bool phrase = hit.trigger_first < hit.trigger_last;
    add("trigger", {}, phrase ? hit.trigger_first : atom.first, phrase ? hit.trigger_last : atom.last);
    const auto& clause = parse.clauses[parse.clause_of[hit.trigger]];
    if (!phrase && clause.main_verb == hit.trigger && clause.particle != kNone) {
      const auto& particle = parse.atoms[clause.particle];
      add("trigger", {}, particle.first, particle.last);
    }
    for (const auto& filler : hit.fillers) {
      add(filler.role == 0 ? std::string_view(name_of(filler.part)) : pack_.events.roles[filler.role], filler.who.id, filler.first, filler.last);
    }
    add("place", place, hit.place_first, hit.place_last);
    if (hit.duration_time != kNone) add("duration", {}, times[hit.duration_time].first, times[hit.duration_time].last);
    return all;
  }

  const Places& places_;
  const Document& document_;
  const PackData& pack_;
  SymbolTable symbols_;  // the events of a document have most of their texts in common
};

// Nothing relies on a quotation whose mark nobody closes; the reader of the output should know.
void report_unclosed(const Document& document, const Places& places, const std::vector<Quote>& quotes, std::vector<Diagnostic>& warnings) {
  for (const auto& quote : quotes) {
    if (quote.closed || quote.next != kNoQuote) continue;
    const int line = places.evidence(quote.open, quote.open + 1).line;
    warnings.push_back({Severity::note, "text.unclosed-quotation", document.source, line + static_cast<int>(document.source_line > 0 ? document.source_line - 1 : 0), 0,
                        "a quotation mark opens and nothing closes it before the end of the paragraph", "its words are read as if they were not quoted"});
  }
}

// "X eiste een bestand": the event is X's speech itself, and it is the author who tells of it.
bool own_act(const EventHit& hit, const EventType& type, const ClaimHit& claim) {
  const bool speech = type.speech_act || hit.converted;
  if (!speech || claim.cue_first == claim.cue_last || hit.first > claim.cue_first || claim.cue_last > hit.last) return false;
  return std::any_of(hit.fillers.begin(), hit.fillers.end(), [&](const Filler& f) { return f.role == 0 && f.who.id == claim.claim.speaker.id; });
}

// The contents of claims, to be asked which of them hold a token.
class Contents {
 public:
  explicit Contents(const std::vector<ClaimHit>& claims) {
    for (std::uint32_t c = 0; c < claims.size(); ++c) {
      for (const auto& [first, last] : claims[c].contents) {
        parts_.push_back({first, last, static_cast<std::uint32_t>(claim_of_.size())});
        claim_of_.push_back(c);
      }
    }
    std::sort(parts_.begin(), parts_.end());
    for (const auto& part : parts_) ends_.push_back(std::max(part.last, ends_.empty() ? 0 : ends_.back()));
  }

  // The claims, in order; a claim comes once for each of its contents that holds the token.
  const std::vector<std::uint32_t>& holding(TokenId token) {
    found_.clear();
    auto at = static_cast<std::size_t>(std::upper_bound(parts_.begin(), parts_.end(), token, [](TokenId t, const Part& p) { return t < p.first; }) - parts_.begin());
    for (; at-- > 0 && ends_[at] > token;) {
      if (parts_[at].last > token) found_.push_back(parts_[at].order);
    }
    std::sort(found_.begin(), found_.end());
    claims_.clear();
    for (const auto order : found_) claims_.push_back(claim_of_[order]);
    return claims_;
  }

 private:
  struct Part {
    TokenId first, last;
    std::uint32_t order;
    friend auto operator<=>(const Part&, const Part&) = default;
  };
  std::vector<Part> parts_;               // by their begin
  std::vector<TokenId> ends_;             // where the furthest of the parts up to each one ends
  std::vector<std::uint32_t> claim_of_;   // by order
  std::vector<std::uint32_t> found_, claims_;
};

// "Een bestand is onbespreekbaar, zei X", "Volgens X komen er geen tanks": it is X who refuses.
void name_who_acts(const Story& story, const std::vector<ClaimHit>& claims, Contents& contents, std::vector<EventHit>& hits) {
  for (auto& hit : hits) {
    const auto& clause = clause_of(story, hit);
    if (!story.rules.types[hit.type].speech_act || clause.past || clause.perfect || clause.passive) continue;
    if (std::any_of(hit.fillers.begin(), hit.fillers.end(), [](const Filler& filler) { return is_participant(filler) && filler.part != Part::target; })) continue;
    const auto& holding = contents.holding(story.parses[hit.sentence].atoms[hit.trigger].first);
    if (holding.size() != 1) continue;
    const auto& speakers = claims[holding.front()].speakers_chain;
    if (speakers.empty() || is_media(story.gazetteer, speakers.back()) || holds_actor(hit.fillers, speakers.back())) continue;
    hit.fillers.push_back({0, speakers.back(), 0, 0, Part::initiator});
  }
}

// An event told inside a claim is the speaker's; the innermost claim counts.
void attribute(const Story& story, const std::vector<EventHit>& hits, const std::vector<ClaimHit>& claims, Contents& contents, Extraction& result) {
  const auto media = story.known.lexicon.class_id("media");
  const auto of_media = [&](const ClaimHit& claim) {
    const auto& who = claim.speakers_chain;
    if (!who.empty() && who.back().actor != kNoActor) return is_media(story.gazetteer, who.back());
    return holds_class(story.known, claim.first, claim.last, media);
  };
  for (std::uint32_t e = 0; e < hits.size(); ++e) {
    const auto& hit = hits[e];
    for (const auto c : contents.holding(story.parses[hit.sentence].atoms[hit.trigger].first)) {
      auto& about = result.claims[c].about;
      if (about.empty() || about.back() != e) about.push_back(e);
      auto& speakers = result.events[e].according_to;
      const auto& speaker = claims[c].claim.speaker;
      if (own_act(hit, story.rules.types[hit.type], claims[c])) continue;
      if (speaker.id != "unknown" && std::none_of(speakers.begin(), speakers.end(), [&](const ActorRef& s) { return s.id == speaker.id; })) speakers.push_back(speaker);
      auto& status = result.events[e].status;
      if (claims[c].hearsay && status == "occurred") status = "unconfirmed";
      // "zou vrijdag vertrekken, melden media": they heard so; but "zei dat hij zou vertrekken" tells of a plan
      if (status == "planned" && of_media(claims[c]) && says_would(story, hit)) status = "unconfirmed";
    }
  }
}

}  // namespace

Origin origin_of(const Pack& pack) { return {version(), pack.data().language, pack.data().version, pack.data().sha256}; }

Analysis analyse(const Document& document, const Pack& pack, Style style, Trace* trace) {
  const auto& data = pack.data();
  Analysis analysis;
  auto& result = analysis.extraction;
  result.document = {document.id, document.source, document.title, document.language.empty() ? data.language : document.language, document.url, document.author, document.sha256, document.source_line, document.published, signature_of(document.text)};
  result.origin = origin_of(pack);

  auto& text = analysis.text;
  text = read_text(document, data);
  const auto time_style = style == Style::news ? TimeStyle::news : TimeStyle::conversation;
  auto& found = analysis.times;
  found = find_times(document, text, data.time, data.lexicon, time_style);
  const auto& times = found.hits;
  result.warnings = std::move(found.warnings);
  const Day day = document.published ? document.published->date.latest : kOpenPast;
  auto& mentions = analysis.mentions;
  {
    const ActorWords words(text, data.lexicon, data.gazetteer, pack.actor_classes());
    mentions = find_mentions(words, day);
    resolve_references(words, mentions, {document.blocks, day});
  }

  const Known known{text, data.lexicon, mentions, times};
  auto& parses = analysis.parses;
  parses.reserve(text.sentences.size());
  for (const auto& sentence : text.sentences) parses.push_back(parse_sentence(known, pack.classes(), sentence));
  const auto quotes = find_quotes(text, document);
  const Places places(document, text);
  report_unclosed(document, places, quotes, result.warnings);
  analysis.claims = find_claims(document, known, pack.classes(), parses, quotes, places, data.gazetteer, data.claims, trace);
  const auto& claims = analysis.claims;
  name_first_persons(text, data.lexicon, data.claims.classes.first_person, claims, parses, mentions);

  const Story story{document, known, pack.classes(), parses, data.events, data.gazetteer, *found.work, trace};
  auto& hits = analysis.hits;
  hits = match_triggers(story);
  set_status(story, hits);
  Contents contents(claims);
  name_who_acts(story, claims, contents, hits);
  set_places(story, hits);
  auto rows = dates_if_published(story, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) hits[i].number = static_cast<std::uint32_t>(i);
  set_dates(story, hits);
  drop_superseded(story, hits);
  drop_talks_twice_told(story, hits);
  drop_talks_judged(story, hits);
  chain_mentions(story, hits);
  auto amounts = amounts_of(story, data, hits);
  auto after = told_after(story, hits);

  Builder builder(document, data, places);
  result.times.reserve(times.size());
  result.events.reserve(hits.size());
  result.claims.reserve(claims.size());
  for (const auto& time : times) result.times.push_back(time.expression);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    auto& event = result.events.emplace_back(builder.event(hits[i], times, parses[hits[i].sentence]));
    event.amounts = std::move(amounts[i]);
    event.clock = clock_of(hits[i], times);
    event.after = std::move(after[i]);
    event.if_published = std::move(rows[hits[i].number]);
  }
  for (const auto& hit : claims) {
    auto claim = hit.claim;
    claim.document = document.id;
    claim.id = claim_id(document, claim);
    if (claim.date.edtf.empty() && document.published) claim.date = document.published->date;
    result.claims.push_back(std::move(claim));
  }
  attribute(story, hits, claims, contents, result);
  link_claims(text, data.lexicon, claims, result);
  return analysis;
}

Extraction extract(const Document& document, const Pack& pack, Style style) { return std::move(analyse(document, pack, style).extraction); }

}  // namespace kroniek
