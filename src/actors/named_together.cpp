// Whom "de twee", "beide landen" and the like mean.
#include "pronouns.hpp"

namespace kroniek {

namespace {

constexpr std::size_t kMostTogether = 50;  // in one list, so that a page of names is not read anew for each of them

}  // namespace

std::vector<ActorId> Pronouns::coordinated(const Spoken& last) const {
  const auto& entries = discourse_.entries();
  auto i = static_cast<std::size_t>(&last - entries.data());
  std::vector<const Spoken*> chain;  // those before `last`, from the nearest on
  TokenId at = last.first;
  while (i > 0 && chain.size() < kMostTogether) {
    const auto& before = entries[--i];
    if (before.sentence != last.sentence) break;
    if (before.standing == Standing::possessor || before.standing == Standing::adjective) continue;
    const bool joined = before.last + 1 == at &&
                        (words_.is(at - 1, Word::coordinator) || words_.correlates(before.first, at - 1) || (!chain.empty() && words_.text().word(at - 1) == ","));
    if (!joined || before.person != last.person) break;
    chain.push_back(&before);
    at = before.first;
  }
  std::vector<ActorId> all;
  if (chain.empty()) return all;
  for (auto c = chain.rbegin(); c != chain.rend(); ++c) add_actors(all, (*c)->who);
  add_actors(all, last.who);
  return all;
}

// Those whom the sentence names as a pair, or else all whom it names if they are so many.
std::vector<ActorId> Pronouns::named_together(std::uint32_t sentence, TokenId token, const Wanted& wanted, std::size_t count) const {
  const auto entries = discourse_.latest();
  const auto as = [&](const std::vector<ActorId>& who) { return wanted.as ? wanted.as(who) : who; };
  const bool hangs = token > 0 && words_.is(token - 1, Word::preposition);  // "X en Y ruilen gevangenen van beide kanten"
  std::vector<ActorId> here, acting, last_clause;
  std::uint32_t last_segment = 0;
  for (auto i = entries.size(); i > 0 && entries[i - 1].sentence >= sentence; --i) {
    const auto& entry = entries[i - 1];
    if (entry.sentence != sentence || !names(entry, token) || !wanted.fits(entry)) continue;
    const bool same_segment = entry.segment == discourse_.segment_of(token);
    if (auto who = wanted.as || entry.who.size() == count ? as(entry.who) : std::vector<ActorId>(); who.size() == count) return who;
    if (auto who = !same_segment || hangs ? as(coordinated(entry)) : std::vector<ActorId>(); who.size() == count) return who;
    if (same_segment) continue;
    const auto add_before = [&](std::vector<ActorId>& later) {
      if (later.size() > count) return;  // they are too many, however many more there are
      auto more = entry.who;
      add_actors(more, later);
      later = std::move(more);
    };
    if (last_clause.empty()) last_segment = entry.segment;
    if (entry.segment == last_segment) add_before(last_clause);
    add_before(here);
    if (entry.standing != Standing::embedded && entry.standing != Standing::location) add_before(acting);
  }
  if (wanted.paired) return {};
  for (const auto& who : {here, acting}) {  // "X sprak na de uitvaart van Z met Y"
    if (who.size() != count) continue;
    if (auto all = as(who); all.size() == count) return all;
  }
  // "X meldt dat Y contact had met Z": those of the clause that tells of two
  if (here.size() > count && last_clause.size() == count) return as(last_clause);
  return {};
}

// "X en Y vechten. De landen ...": those of a kind that were joined last, however many.
std::vector<ActorId> Pronouns::side_by_side(TokenId token, const Wanted& wanted) const {
  const auto entries = discourse_.latest();
  const auto sentence = discourse_.sentence_of(token);
  for (auto i = entries.size(); i > 0 && entries[i - 1].sentence + kNearSentences >= sentence; --i) {
    const auto& entry = entries[i - 1];
    if (!names(entry, token) || entry.segment == discourse_.segment_of(token)) continue;
    if (wanted.as && entry.body) {
      if (auto who = wanted.as(entry.who); who.size() > 1) return who;  // "delegaties van X en Y"
      if (entry.standing == Standing::subject || entry.standing == Standing::main_subject) return {};  // "de EU-landen"
    }
    if (!wanted.fits(entry)) continue;
    if (entry.who.size() > 1) return entry.who;
    if (auto all = coordinated(entry); !all.empty()) return all;
  }
  return sentence == 0 ? std::vector<ActorId>() : named_together(sentence - 1, token, wanted, 2);  // "X belde Y. De landen ..."
}

Mention Pronouns::latter(TokenId token, const Sentence& sentence) const {
  Mention mention{token, token + 1, token, MentionKind::name, false, false, 0, true, {}};
  if (token > sentence.first && words_.at(token - 1).own.has_any({Word::ref_that_one, Word::ref_this_one})) mention.first = token - 1;
  const bool of_all = mention.first == token && token > sentence.first && words_.is(token - 1, Word::determiner);  // "de laatste"
  if (token + 1 >= sentence.last || of_all) return mention;
  const auto& next = words_.at(token + 1);
  if ((!next.finite && !next.own.has(Word::auxiliary)) || next.noun) return mention;  // "de laatste raket"
  const auto here = discourse_.sentence_of(token);
  const Spoken* last = nullptr;
  const auto& entries = discourse_.entries();
  for (auto e = entries.rbegin(); e != entries.rend() && e->sentence + 1 >= here; ++e) {
    if (e->sentence == here || !e->person || e->plural || e->who.size() != 1 || e->standing == Standing::adjective || e->standing == Standing::possessor) continue;
    if (last == nullptr) {
      last = &*e;
    } else if (!same_actors(last->who, e->who)) {
      // one of two at least
      mention.kind = MentionKind::pronoun;
      mention.who = last->who;
      break;
    }
  }
  return mention;
}

// Whether the entry names somebody whom a plural word at the token may mean; the article does not take up what is quoted.
bool Pronouns::names(const Spoken& entry, TokenId token) const {
  if (entry.first >= token || entry.who.empty() || (entry.quoted && !words_.quoted(token))) return false;
  return entry.standing != Standing::adjective && entry.standing != Standing::possessor;
}

std::vector<ActorId> Pronouns::named_near(TokenId token, std::initializer_list<Wanted> wanted, std::size_t count, bool paragraph) const {
  const auto sentence = discourse_.sentence_of(token);
  const auto& sentences = words_.text().sentences;
  for (std::uint32_t back = 0; back <= kNearSentences && back <= sentence; ++back) {
    if (paragraph && sentences[sentence - back].block != sentences[sentence].block) break;
    for (const auto& kind : wanted) {
      if (auto who = named_together(sentence - back, token, kind, count); !who.empty()) return who;
    }
  }
  return {};
}

std::vector<ActorId> Pronouns::several(TokenId token, std::initializer_list<Wanted> wanted, std::size_t count) const {
  const auto sentence = discourse_.sentence_of(token);
  if (auto who = named_near(token, wanted, count, false); !who.empty()) return who;
  std::vector<ActorId> all;
  const auto entries = discourse_.latest();
  for (auto i = entries.size(); i > 0 && all.size() < count && entries[i - 1].sentence + kNearSentences >= sentence; --i) {
    const auto& entry = entries[i - 1];
    if (names(entry, token) && entry.segment != discourse_.segment_of(token) && wanted.begin()->fits(entry)) add_actors(all, entry.who);
  }
  if (all.size() < count) return {};
  all.resize(count);
  return all;
}

}  // namespace kroniek
