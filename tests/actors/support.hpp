// The words, actors and places of the Dutch pack, and what is found with them in a text.
#pragma once

#include "../../src/actors/references.hpp"
#include "../../src/rules/morphology.hpp"
#include "../../src/rules/pack_data.hpp"
#include "../../src/rules/word_lists.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace kroniek::test {

class ActorPack {
 public:
  static const ActorPack& get() {
    static const ActorPack pack;
    return pack;
  }

  struct Reading {
    Document document;
    Text text;
    std::vector<Mention> mentions;
  };

  // Paragraphs are lines; one that begins with "# " is a title. The result stays where it is: text refers to document.
  std::unique_ptr<Reading> read(const std::string& paragraphs, const std::string& published) const {
    auto reading = std::make_unique<Reading>();
    auto& document = reading->document;
    document.id = document.source = "test";
    document.language = "nl";
    for (std::size_t begin = 0; begin < paragraphs.size();) {
      const auto end = std::min(paragraphs.find('\n', begin), paragraphs.size());
      auto line = paragraphs.substr(begin, end - begin);
      const bool title = line.starts_with("# ");
      if (title) line.erase(0, 2);
      const auto at = static_cast<std::uint32_t>(document.text.size());
      document.text += line;
      document.blocks.push_back({at, static_cast<std::uint32_t>(document.text.size()), title ? BlockKind::title : BlockKind::paragraph});
      document.text += "\n\n";
      begin = end + 1;
    }
    document.raw = document.text;
    reading->text = read_text(document, data);
    const Day day = published.empty() ? kOpenPast : parse_edtf(published).value().latest;
    reading->mentions = find_mentions(reading->text, data.lexicon, data.gazetteer, day);
    resolve_references(reading->text, data.lexicon, data.gazetteer, reading->mentions, {document.blocks, day});
    return reading;
  }

  PackData data;
  std::vector<Diagnostic> diagnostics;

 private:
  ActorPack() {
    const std::filesystem::path folder = KRONIEK_SOURCE_DIR "/src/packs/nl";
    LexiconBuilder builder;
    std::vector<VerbFault> faults;
    for (const auto& verb : load_verbs(folder, faults)) builder.add_verb(verb);
    read_word_lists(folder, builder, diagnostics);
    data.gazetteer = read_gazetteer(folder, builder, diagnostics);
    data.language = data.text.language = "nl";
    data.lexicon = builder.build();
    data.words = WordIndex(data.lexicon);
  }
};

// "phrase = id id" of each mention, one a line; without adjectives of nationality and possessives.
inline std::string actors_in(const std::string& paragraphs, const std::string& published = "2025-03-20") {
  std::string all;
  const auto reading = ActorPack::get().read(paragraphs, published);
  for (const auto& mention : reading->mentions) {
    if (mention.kind == MentionKind::nationality || mention.kind == MentionKind::possessive) continue;
    all += (all.empty() ? "" : "\n") + std::string(reading->text.words(mention.first, mention.last)) + " =";
    for (const auto& who : mention.who) all += " " + who.id;
  }
  return all;
}

// Only what refers back: pronouns, possessives and nouns such as "de bewindsman".
inline std::string references_in(const std::string& paragraphs, const std::string& published = "2025-03-20") {
  std::string all;
  const auto reading = ActorPack::get().read(paragraphs, published);
  for (const auto& mention : reading->mentions) {
    if (mention.kind != MentionKind::pronoun && mention.kind != MentionKind::possessive) continue;
    all += (all.empty() ? "" : "; ") + std::string(reading->text.words(mention.first, mention.last)) + " =";
    for (const auto& who : mention.who) all += " " + who.id;
  }
  return all;
}

struct Case {
  std::string text, expected;
};

}  // namespace kroniek::test
