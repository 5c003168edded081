// How long each stage takes, and the whole, over the articles of an NDJSON file: bench-stages TEXT.ndjson [options of
// Google Benchmark]. Stages are given what the ones before them made. "scan" is Vectorscan alone (where it is
// installed), with the words of the pack, over the same text, to compare with.
#include "../../src/actors/references.hpp"
#include "../../src/actors/words.hpp"
#include "../../src/claims/find_claims.hpp"
#include "../../src/events/find_events.hpp"
#include "../../src/rules/pack.hpp"
#include "../../src/text/quotes.hpp"
#ifdef KRONIEK_VECTORSCAN
#include "bare_scan.hpp"
#endif

#include <kroniek/kroniek.hpp>

#include <benchmark/benchmark.h>

#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace kroniek;

// One article with what the stages make of it.
struct Article {
  Document document;
  Text text;
  TimeFindings times;
  std::vector<Mention> mentions;
  std::vector<Parse> parses;
  std::vector<Quote> quotes;

  Day day() const { return document.published ? document.published->date.latest : kOpenPast; }
  Known known(const Pack& pack) const { return {text, pack.data().lexicon, mentions, times.hits}; }

  void read(const Pack& pack) {
    const auto& data = pack.data();
    text = read_text(document, data);
    times = find_times(document, text, data.time, data.lexicon);
    mentions = find_mentions(text, data.lexicon, data.gazetteer, day());
    resolve_references(text, data.lexicon, data.gazetteer, mentions, {document.blocks, day()});
    for (const auto& sentence : text.sentences) parses.push_back(parse_sentence(known(pack), pack.classes(), sentence));
    quotes = find_quotes(text, document);
  }
};

std::size_t size_of(const std::vector<Article>& articles) {
  std::size_t size = 0;
  for (const auto& article : articles) size += article.document.text.size();
  return size;
}

void measure(const char* name, const std::vector<Article>& articles, const std::function<void(const Article&)>& stage) {
  benchmark::RegisterBenchmark(name, [&articles, stage](benchmark::State& state) {
    for (auto unused : state) {
      for (const auto& article : articles) stage(article);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(size_of(articles) * static_cast<std::size_t>(state.iterations())));
  })->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench-stages TEXT.ndjson [--benchmark_filter=STAGE ...]\n";
    return 2;
  }
  const auto pack = builtin_pack("nl");
  const auto& data = pack->data();
  std::vector<Article> articles;
  ingest(argv[1], std::cin, *pack, {}, [&](Ingested&& ingested) {
    for (auto& document : ingested.documents) articles.push_back({std::move(document), {}, {}, {}, {}, {}});
  });
  // Only now: what is made of a document refers to it.
  for (auto& article : articles) article.read(*pack);
  if (articles.empty()) {
    std::cerr << argv[1] << ": no articles\n";
    return 1;
  }

  measure("ingest", articles, [&](const Article& a) { benchmark::DoNotOptimize(ingest_text("a", a.document.raw, *pack, {})); });
#ifdef KRONIEK_VECTORSCAN
  const BareScan bare(data.lexicon);
  measure("scan", articles, [&](const Article& a) { benchmark::DoNotOptimize(bare.count(a.document.text)); });
#endif
  measure("text", articles, [&](const Article& a) { benchmark::DoNotOptimize(read_text(a.document, data)); });
  measure("time", articles, [&](const Article& a) { benchmark::DoNotOptimize(find_times(a.document, a.text, data.time, data.lexicon)); });
  measure("actors", articles, [&](const Article& a) {
    const ActorWords words(a.text, data.lexicon, data.gazetteer, pack->actor_classes());
    auto mentions = find_mentions(words, a.day());
    resolve_references(words, mentions, {a.document.blocks, a.day()});
    benchmark::DoNotOptimize(mentions);
  });
  measure("clauses", articles, [&](const Article& a) {
    for (const auto& sentence : a.text.sentences) benchmark::DoNotOptimize(parse_sentence(a.known(*pack), pack->classes(), sentence));
  });
  measure("claims", articles, [&](const Article& a) {
    const Places places(a.document, a.text);
    benchmark::DoNotOptimize(find_claims(a.document, a.known(*pack), pack->classes(), a.parses, a.quotes, places, data.gazetteer, data.claims, nullptr));
  });
  measure("events", articles, [&](const Article& a) {
    const auto known = a.known(*pack);
    const Story story{a.document, known, pack->classes(), a.parses, data.events, data.gazetteer, *a.times.work, nullptr};
    auto found = match_triggers(story);
    set_status(story, found);
    set_places(story, found);
    set_dates(story, found);
    chain_mentions(story, found);
    benchmark::DoNotOptimize(found);
  });
  measure("extract", articles, [&](const Article& a) { benchmark::DoNotOptimize(extract(a.document, *pack)); });
  measure("whole", articles, [&](const Article& a) {
    const auto read = ingest_text("a", a.document.raw, *pack, {});
    for (const auto& document : read.documents) benchmark::DoNotOptimize(to_ndjson(extract(document, *pack)));
  });
  --argc;
  ++argv;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
