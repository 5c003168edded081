// The time rules and the words of the Dutch pack, compiled once for all tests.
#pragma once

#include "../../src/rules/morphology.hpp"
#include "../../src/rules/pack_data.hpp"
#include "../../src/rules/word_lists.hpp"
#include "../../src/time/find_times.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace kroniek::test {

class TimePack {
 public:
  static const TimePack& get() {
    static const TimePack pack;
    return pack;
  }

  struct Reading {
    Document document;
    Text text;
    TimeFindings found;
  };

  // `published` is EDTF, or empty. The result stays where it is: text and work refer to the document.
  std::unique_ptr<Reading> read(const std::string& sentence, const std::string& published, TimeStyle style = TimeStyle::news) const {
    auto reading = std::make_unique<Reading>();
    auto& document = reading->document;
    document.id = document.source = "test";
    document.language = "nl";
    document.raw = document.text = sentence;
    document.blocks.push_back({0, static_cast<std::uint32_t>(sentence.size()), BlockKind::paragraph});
    document.map.add_run(0, 0);
    if (!published.empty()) document.published = Publication{parse_edtf(published).value(), "option", {}};
    reading->text = read_text(document, data);
    reading->found = find_times(document, reading->text, data.time, data.lexicon, style);
    return reading;
  }

  PackData data;
  std::vector<TimeRuleSource> sources;
  std::vector<Diagnostic> diagnostics;

 private:
  TimePack() {
    const std::filesystem::path folder = KRONIEK_SOURCE_DIR "/src/packs/nl";
    LexiconBuilder builder;
    std::vector<VerbFault> faults;
    for (const auto& verb : load_verbs(folder, faults)) builder.add_verb(verb);
    read_word_lists(folder, builder, diagnostics);
    sources = read_time_rules(folder, diagnostics);
    declare_time_rules(sources, builder);
    data.language = data.text.language = "nl";
    data.lexicon = builder.build();
    data.time = compile_time_rules(sources, data.lexicon, diagnostics);
    data.words = WordIndex(data.lexicon);
  }
};

// "text | value | edtf" of each expression, one a line.
inline std::string told(const std::string& sentence, const std::string& published, TimeStyle style = TimeStyle::news) {
  std::string all;
  const auto reading = TimePack::get().read(sentence, published, style);
  for (const auto& hit : reading->found.hits) {
    const auto& e = hit.expression;
    all += (all.empty() ? "" : "\n") + e.at.text + " | " + e.value + " | " + (e.date ? e.date->edtf : "-");
  }
  return all;
}

}  // namespace kroniek::test
