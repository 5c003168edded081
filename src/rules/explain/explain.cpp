#include <kroniek/explain.hpp>

#include "../../timeline/analysis.hpp"
#include "../../timeline/evidence.hpp"
#include "../pack.hpp"
#include "../yaml.hpp"
#include "names.hpp"
#include "why_not.hpp"

#include <algorithm>

namespace kroniek {

namespace {

class Explainer {
 public:
  Explainer(const Document& document, const Pack& pack, const ExplainOptions& options)
      : document_(document), data_(pack.data()), lexicon_(data_.lexicon), options_(options), analysis_(analyse(document, pack, options.style, &trace_)), places_(document, analysis_.text) {}

  Explanation run() {
    Explanation result;
    result.source = document_.source;
    if (document_.published) result.published = document_.published->date.edtf;
    for (std::uint32_t s = 0; s < analysis_.text.sentences.size(); ++s) {
      const auto& sentence = analysis_.text.sentences[s];
      auto at = places_.evidence(sentence.first, sentence.last);
      const int last_line = at.line + static_cast<int>(std::count(at.text.begin(), at.text.end(), '\n'));
      if (options_.line != 0 && (options_.line < at.line || options_.line > last_line)) continue;
      result.sentences.push_back({std::move(at), words(sentence), clauses(s), times(sentence), actors(sentence), rules(s), {}});
      shown_.push_back(s);
    }
    if (options_.line != 0 && result.sentences.empty()) {
      result.diagnostics.push_back({Severity::error, "explain.no-sentence", document_.source, options_.line, 0, "no sentence stands on this line", "headings, bylines and empty lines are not read"});
    }
    if (!options_.why_not.empty()) why_not(result);
    return result;
  }

 private:
  std::vector<ExplainedWord> words(const Sentence& sentence) const {
    std::vector<ExplainedWord> all;
    for (auto token = sentence.first; token < sentence.last; ++token) {
      for (const auto& unit : analysis_.text.units_at(token)) {
        if (unit.cls == 0) add(all, unit.first, unit.last, unit.form, "");
      }
      const auto& t = analysis_.text.tokens[token];
      if (t.has(kPunct)) continue;
      add(all, token, token + 1, t.form, "");
      if (t.tail != 0) add(all, token, token + 1, t.tail, "ends in ");
    }
    return all;
  }

  void add(std::vector<ExplainedWord>& all, TokenId first, TokenId last, FormId form, const char* how) const {
    ExplainedWord word{places_.evidence(first, last), {}};
    for (const auto& reading : lexicon_.readings(form)) {
      std::string text = how + std::string(lexicon_.lemma(reading.lexeme)) + ": " + name_of(reading.pos);
      if (reading.pos == Pos::verb) text += std::string(", ") + name_of(reading.verb_form);
      std::string classes;
      for (const auto cls : lexicon_.classes(reading.lexeme)) classes += (classes.empty() ? "; " : " ") + std::string(lexicon_.class_name(cls));
      word.readings.push_back(text + classes);
    }
    if (!word.readings.empty()) all.push_back(std::move(word));
  }

  std::string phrase_text(const Parse& parse, std::uint32_t phrase) const {
    const auto& p = parse.phrases[phrase];
    return std::string(analysis_.text.words(parse.atoms[p.first].first, parse.atoms[p.last - 1].last));
  }

  std::vector<ExplainedClause> clauses(std::uint32_t s) const {
    const auto& parse = analysis_.parses[s];
    std::vector<ExplainedClause> all;
    for (const auto& clause : parse.clauses) {
      ExplainedClause out;
      out.kind = name_of(clause.kind);
      out.parent = clause.parent == kNone ? -1 : static_cast<int>(clause.parent);
      for (const auto i : clause.atoms) out.text += (out.text.empty() ? "" : " ") + std::string(analysis_.text.words(parse.atoms[i].first, parse.atoms[i].last));
      if (clause.verb != 0) out.verb = lexicon_.lemma(clause.verb);
      const std::pair<bool, const char*> marks[] = {{clause.passive, "passive"}, {clause.past, "past"}, {clause.perfect, "perfect"}, {clause.future, "future"}, {clause.negated, "negated"}};
      for (const auto& [is, name] : marks) {
        if (is) out.marks.emplace_back(name);
      }
      const auto part = [&](const char* name, std::uint32_t phrase) {
        if (phrase != kNone) out.parts.emplace_back(name, phrase_text(parse, phrase));
      };
      part("subject", clause.subject);
      part("object", clause.object);
      part("indirect", clause.indirect);
      part("agent", clause.agent);
      part("antecedent", clause.antecedent);
      for (const auto p : clause.phrases) {
        if (parse.phrases[p].preposition != 0) part("prep", p);
      }
      all.push_back(std::move(out));
    }
    return all;
  }

  std::vector<TimeExpression> times(const Sentence& sentence) const {
    std::vector<TimeExpression> all;
    for (const auto& hit : analysis_.times.hits) {
      if (sentence.first <= hit.first && hit.first < sentence.last) all.push_back(hit.expression);
    }
    return all;
  }

  std::vector<ExplainedMention> actors(const Sentence& sentence) const {
    std::vector<ExplainedMention> all;
    for (const auto& mention : analysis_.mentions) {
      if (mention.first < sentence.first || mention.first >= sentence.last) continue;
      ExplainedMention out{places_.evidence(mention.first, mention.last), name_of(mention.kind), {}};
      for (const auto& who : mention.who) out.who.push_back(who.id);
      all.push_back(std::move(out));
    }
    return all;
  }

  std::vector<ExplainedRule> rules(std::uint32_t s) const {
    std::vector<ExplainedRule> all;
    for (const auto& time : times(analysis_.text.sentences[s])) all.push_back({time.rule, time.at, true, "time " + time.value, {}});
    for (const auto& attempt : trace_.events) {
      if (attempt.sentence == s) all.push_back(event(attempt));
    }
    const auto claim_rules = [&](const std::vector<RuleTry>& tries, const auto& rules) {
      for (const auto& attempt : tries) {
        if (attempt.sentence != s) continue;
        const auto& id = rules[attempt.rule].id;
        ExplainedRule out{id, places_.evidence(attempt.first, attempt.last), attempt.failed.empty(), {}, {}};
        if (out.fired) {
          out.gives = "no claim: another cue tells the same";
          for (std::size_t c = 0; c < analysis_.claims.size(); ++c) {
            const auto& claim = analysis_.claims[c].claim;
            if (claim.rule != id || analysis_.claims[c].sentence != s) continue;
            out.gives = "claim: " + claim.stance + ", " + claim.kind;
            out.roles.emplace_back("speaker", claim.speaker.id.text() + (claim.speaker.name.empty() ? "" : " (" + claim.speaker.name.text() + ")"));
            for (const auto& content : claim.contents) out.roles.emplace_back("content", content.text);
          }
        } else {
          out.gives = claim_condition(attempt.failed);
        }
        all.push_back(std::move(out));
      }
    };
    claim_rules(trace_.reports, data_.claims.reports);
    claim_rules(trace_.sources, data_.claims.sources);
    return all;
  }

  ExplainedRule event(const RuleTry& attempt) const {
    const auto& rule = data_.events.rules[attempt.rule];
    ExplainedRule out{rule.id, places_.evidence(attempt.first, attempt.last), attempt.failed.empty(), {}, {}};
    if (!out.fired) {
      out.gives = event_condition(data_, rule, attempt);
      return out;
    }
    out.gives = "no event of its own: see below";
    for (std::size_t i = 0; i < analysis_.hits.size(); ++i) {
      const auto& hit = analysis_.hits[i];
      if (hit.sentence != attempt.sentence || hit.clause != attempt.clause) continue;
      const auto& found = analysis_.extraction.events[i];
      if (hit.rule != attempt.rule && data_.events.rules[hit.rule].type != rule.type) continue;
      out.gives = "event " + found.type.text() + ", " + found.status.text() + ", " + (found.date.edtf.empty() ? "undated" : found.date.edtf) + " (" + found.date_basis.text() + ")";
      if (found.type != data_.events.types[rule.type].id) out.gives += "; turned from " + data_.events.types[rule.type].id + " by what governs it";
      if (hit.rule != attempt.rule) out.gives += "; one with that of " + data_.events.rules[hit.rule].id;
      for (const auto& filler : hit.fillers) {
        const auto& role = data_.events.roles[filler.role];
        out.roles.emplace_back(role, filler.who.id.empty() ? places_.evidence(filler.first, filler.last).text : filler.who.id);
      }
      if (found.place) out.roles.emplace_back("place", found.place->id);
      if (!found.duration.empty()) out.roles.emplace_back("duration", found.duration);
      return out;
    }
    out.gives = "no event: " + std::string(rule.drops_negated ? "it is negated (drops_negated), or a mention of an event that was not told before" : "a mention of an event that was not told before (refers_to), or one with another clause's");
    return out;
  }

  void why_not(Explanation& result) const {
    const WhyNot answer(document_, data_, analysis_, trace_, options_.style);
    bool known = false;
    for (std::size_t i = 0; i < shown_.size(); ++i) known |= answer.find(options_.why_not, shown_[i], result.sentences[i].why_not);
    if (known || result.sentences.empty()) return;
    const auto ids = rule_ids(data_);
    const auto meant = nearest(options_.why_not, ids);
    result.diagnostics.push_back({Severity::error, "explain.unknown-rule", document_.source, 0, 0, "the pack has no rule '" + options_.why_not + "'", meant ? "did you mean '" + *meant + "'?" : "'kroniek check --coverage' lists all rules"});
  }

  const Document& document_;
  const PackData& data_;
  const Lexicon& lexicon_;
  const ExplainOptions& options_;
  Trace trace_;
  Analysis analysis_;
  Places places_;
  std::vector<std::uint32_t> shown_;  // sentences of the result
};

}  // namespace

Explanation explain(const Document& document, const Pack& pack, const ExplainOptions& options) { return Explainer(document, pack, options).run(); }

}  // namespace kroniek
