// Patterns compiled to nodes, and the tables that tell where one may begin.
#include "pattern.hpp"

#include <algorithm>
#include <map>

namespace kroniek {

void declare_words(const PatternSource& source, LexiconBuilder& builder) {
  for (const auto& word : source.words()) builder.intern(word);
  for (const auto& lemma : source.lemmas()) builder.intern_lemma(lemma);
}

std::uint8_t PatternSet::slot(std::string_view name) const {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (slots_[i] == name) return static_cast<std::uint8_t>(i);
  }
  return kUnbound;
}

std::uint32_t PatternSet::add(const PatternSource& source, const Lexicon& lexicon) {
  nodes_.push_back({Op::end, kUnbound, false, 0, 0, 0, {}});
  const auto end = static_cast<std::uint32_t>(nodes_.size() - 1);
  const auto start = compile(source.root(), end, lexicon);
  const auto pattern = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(start);
  first_.push_back(filter_at(start, pattern));
  second_.push_back(filter_at(start, pattern, 1));
  index_start(start, pattern, 0);
  begin_bits_ |= nodes_[start].bits;
  anywhere_ |= !nodes_[start].asks;
  return pattern;
}

void PatternSet::finish(const Lexicon& lexicon) {
  for (auto* keys : {&by_form_, &by_lexeme_, &by_class_}) std::sort(keys->begin(), keys->end());
  std::vector<std::uint32_t> found;
  const auto look_up = [&](const Keys& keys, std::uint32_t key) {
    for (auto it = std::lower_bound(keys.begin(), keys.end(), Key{key, 0}); it != keys.end() && it->key == key; ++it) found.push_back(it->begin);
  };
  // Most forms begin nothing, and many the same: a list stands once.
  std::vector<std::uint32_t> begin;
  std::vector<Filter> all;
  std::map<std::vector<std::uint32_t>, std::uint32_t> lists;
  const auto listed = [&](std::vector<std::uint32_t>& starts) {
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    const auto [at, is_new] = lists.emplace(std::move(starts), static_cast<std::uint32_t>(lists.size()));
    starts.clear();
    if (is_new) {
      begin.push_back(static_cast<std::uint32_t>(all.size()));
      list_filters(at->first, all);
    }
    return at->second;
  };
  const auto close = [&] { return found.empty() ? 0 : listed(found); };
  listed(by_any_);
  std::vector<std::uint32_t> of_form, of_class;
  for (FormId form = 0; form < std::max<std::size_t>(lexicon.form_count(), 1); ++form) {
    if (form != 0) look_up(by_form_, form);
    for (const auto& reading : lexicon.readings(form)) {
      look_up(by_lexeme_, reading.lexeme);
      for (const auto cls : lexicon.classes(reading.lexeme)) look_up(by_class_, cls);
    }
    of_form.push_back(close());
  }
  for (std::uint32_t cls = 0; cls < std::max<std::size_t>(lexicon.class_names().size(), 1); ++cls) {
    look_up(by_class_, cls);
    of_class.push_back(close());
  }
  begin.push_back(static_cast<std::uint32_t>(all.size()));
  std::vector<std::uint64_t> begins(of_form.size() / 64 + 1);
  for (std::size_t form = 0; form < of_form.size(); ++form) begins[form / 64] |= static_cast<std::uint64_t>(of_form[form] != 0) << (form % 64);
  begins_ = std::move(begins);
  of_form_ = std::move(of_form);
  of_class_ = std::move(of_class);
  list_begin_ = std::move(begin);
  candidates_ = std::move(all);
  starting_ = {};
  by_form_ = by_lexeme_ = by_class_ = {};
}

// Of a long list nearly all refuse any word, eight of them at once.
void PatternSet::list_filters(const std::vector<std::uint32_t>& starts, std::vector<Filter>& all) const {
  constexpr std::size_t kGroup = 8;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (i % kGroup == 0 && starts.size() > kGroup) {
      Filter group;
      group.group = static_cast<std::uint32_t>(std::min(kGroup, starts.size() - i));
      for (std::size_t k = i; k < i + group.group; ++k) {
        const auto& filter = starting_[starts[k]];
        group.bits |= filter.bits;
        group.reach = std::max(group.reach, filter.reach);
      }
      all.push_back(group);
    }
    all.push_back(starting_[starts[i]]);
  }
}

// Compiles from the end backwards: `next` is where the rest of the pattern starts.
std::uint32_t PatternSet::compile(const PatternSource::Node& node, std::uint32_t next, const Lexicon& lexicon) {
  const auto emit = [&](const Node& made) {
    nodes_.push_back(made);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  };
  // `given`: the lexicon gives the bits to what has them. What it lacks (0) matches nothing.
  const auto asking = [&](Op op, std::uint8_t slot_id, std::uint32_t arg, const Lexicon::Bits& bits, bool given) {
    return emit({op, slot_id, given || arg == 0, arg, next, 0, arg == 0 ? Lexicon::Bits{} : bits});
  };
  const auto word = [&](FormId form) {
    const auto bits = Lexicon::bits_of_word(form);
    return asking(Op::word, kUnbound, form, bits, lexicon.bits(form).meets(bits));
  };
  const auto lemma = [&](LexemeId lexeme) {
    const auto bits = Lexicon::bits_of_lexeme(lexeme);
    return asking(Op::lemma, kUnbound, lexeme, bits, lexicon.bits(lexicon.lexeme(lexeme).lemma).meets(bits));
  };
  switch (node.kind) {
    case PatternSource::Kind::word:
      return word(lexicon.find(node.text));
    case PatternSource::Kind::lemma: {
      // A verb first: "vallen" is the plural of a trap too, but it is the verb whose forms a rule means.
      if (const auto verb = lexicon.find_lexeme(node.text, Pos::verb)) return lemma(*verb);
      for (int pos = 0; pos <= static_cast<int>(Pos::punctuation); ++pos) {
        if (const auto id = lexicon.find_lexeme(node.text, static_cast<Pos>(pos))) return lemma(*id);
      }
      return lemma(0);
    }
    case PatternSource::Kind::cls: {
      auto id = slot(node.slot);
      if (id == kUnbound) {
        id = static_cast<std::uint8_t>(slots_.size());
        slots_.push_back(node.slot);
      }
      if (node.text == "any") return emit({Op::any, id, false, 0, next, 0, {}});
      if (node.text == "capital") return emit({Op::capital, id, false, 0, next, 0, {}});
      const auto cls = lexicon.class_id(node.text);
      return asking(Op::cls, id, cls, Lexicon::bits_of_class(cls), true);
    }
    case PatternSource::Kind::sequence:
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = compile(*child, next, lexicon);
      return next;
    case PatternSource::Kind::alternatives: {
      // In pairs, and pairs of pairs, so that of many alternatives most are refused at once.
      std::vector<std::uint32_t> choices;
      for (const auto& child : node.children) choices.push_back(compile(child, next, lexicon));
      while (choices.size() > 1) {
        for (std::size_t i = 0; i < choices.size(); i += 2) choices[i / 2] = i + 1 < choices.size() ? either(choices[i], choices[i + 1]) : choices[i];
        choices.resize((choices.size() + 1) / 2);
      }
      return choices.front();
    }
    case PatternSource::Kind::repeat: {
      const auto exit = next;
      auto start = next;
      for (int i = node.most; i > 0; --i) {
        const auto body = compile(node.children.front(), start, lexicon);
        if (i <= node.least) {
          start = body;
        } else {
          start = either(body, exit);
        }
      }
      return start;
    }
  }
  return next;
}

std::uint32_t PatternSet::either(std::uint32_t first, std::uint32_t other) {
  auto bits = nodes_[first].bits;
  bits |= nodes_[other].bits;
  nodes_.push_back({Op::split, kUnbound, nodes_[first].asks && nodes_[other].asks, 0, first, other, bits});
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void PatternSet::index_start(std::uint32_t at, std::uint32_t pattern, int depth) {
  const auto& node = nodes_[at];
  if (node.op == Op::end || depth > 64) return;
  if (node.op == Op::split) {
    index_start(node.next, pattern, depth + 1);
    index_start(node.other, pattern, depth + 1);
    return;
  }
  const auto start = static_cast<std::uint32_t>(starting_.size());
  starting_.push_back(filter_at(node.next, pattern));
  switch (node.op) {
    case Op::word: by_form_.push_back({node.arg, start}); break;
    case Op::lemma: by_lexeme_.push_back({node.arg, start}); break;
    case Op::cls: by_class_.push_back({node.arg, start}); break;
    default: by_any_.push_back(start); break;
  }
}

PatternSet::Filter PatternSet::filter_at(std::uint32_t at, std::uint32_t pattern, int skip) const {
  Filter filter;
  filter.pattern = pattern;
  if (!add_to_filter(at, skip, 1, filter, 0)) filter.reach = Reach::unknown;
  return filter;
}

// Of the ways that lead on from a node, behind `skip` words, the first thing each asks for; false: one asks for nothing that is near.
bool PatternSet::add_to_filter(std::uint32_t at, int skip, std::uint32_t place, Filter& filter, int depth) const {
  const auto& node = nodes_[at];
  if (place > kNear || depth > 64) return false;
  if (node.op == Op::end) return false;
  if (node.op == Op::split) return add_to_filter(node.next, skip, place, filter, depth + 1) && add_to_filter(node.other, skip, place, filter, depth + 1);
  if (node.asks && node.arg == 0) return true;  // never matches
  if (skip > 0) return add_to_filter(node.next, skip - 1, place, filter, depth + 1);
  if (node.op == Op::any || node.op == Op::capital) return add_to_filter(node.next, 0, place + 1, filter, depth + 1);
  if (!node.asks) return false;
  filter.bits |= node.bits;
  if (place > 1) filter.reach = Reach::near;
  return true;
}

}  // namespace kroniek
