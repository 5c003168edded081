#include "../render/labels.hpp"
#include "../render/names.hpp"
#include "../text/boundaries.hpp"
#include "morphology.hpp"
#include "pack.hpp"
#include "pack_cache.hpp"
#include "word_lists.hpp"
#include "yaml.hpp"

#include "../ingest/sha256.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>

namespace kroniek {

namespace {

std::string content_hash(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files) {
  std::string all;
  for (const auto& path : files) {
    std::ifstream in(path, std::ios::binary);
    all += path.lexically_relative(folder).string() + '\0';
    all.append(std::istreambuf_iterator<char>(in), {});
    all += '\0';
  }
  return sha256(all);
}

void read_settings(const std::filesystem::path& folder, PackData& data, std::vector<Diagnostic>& diagnostics) {
  YamlFile file(folder / "pack.yaml", "pack.yaml", diagnostics);
  const auto& root = file.root();
  if (root.is_defined() && !root.is_null() && file.is_map(root, {"language", "version"})) {
    data.language = file.text_of(root, "language", true).value_or("");
    data.version = file.text_of(root, "version", true).value_or("");
  }
  data.text.language = data.language;
  data.text.plain_boundaries = has_plain_boundaries(data.language);
  YamlFile words(folder / "text" / "abbreviations.yaml", "text/abbreviations.yaml", diagnostics);
  if (words.root().is_defined() && !words.root().is_null() && words.is_map(words.root(), {"never", "maybe", "capital_words"})) {
    data.text.abbreviations = words.texts_of(words.root(), "never");
    data.text.capital_words = words.texts_of(words.root(), "capital_words");
    data.text.sentence_abbreviations = words.texts_of(words.root(), "maybe");
    std::sort(data.text.abbreviations.begin(), data.text.abbreviations.end());
    std::sort(data.text.capital_words.begin(), data.text.capital_words.end());
    std::sort(data.text.sentence_abbreviations.begin(), data.text.sentence_abbreviations.end());
  }
}

std::map<std::string, Labels> read_labels(const std::filesystem::path& folder, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, Labels> labels;
  for (const char* language : {"nl", "en"}) {
    const auto path = folder / "labels" / (std::string(language) + ".yaml");
    if (!std::filesystem::exists(path)) continue;
    labels[language] = load_labels(path, diagnostics);
    const auto names = folder / "labels" / (std::string("names-") + language + ".yaml");
    if (std::filesystem::exists(names)) load_names(names, labels[language], diagnostics);
  }
  return labels;
}

std::string verbs_hash(const std::filesystem::path& folder) {
  auto files = yaml_files(folder / "lexicon" / "verbs");
  files.push_back(folder / "morphology.yaml");
  return content_hash(folder, files);
}

void add_verbs(const std::filesystem::path& folder, const PackData* known, const std::string& sha256, LexiconBuilder& builder, std::vector<Diagnostic>& diagnostics) {
  if (known != nullptr && known->verbs_sha256 == sha256) {
    builder.add_verbs_of(known->lexicon);  // their forms take long to make
    return;
  }
  std::vector<VerbFault> faults;
  for (const auto& verb : load_verbs(folder, faults)) builder.add_verb(verb);
  for (auto& fault : faults) {
    diagnostics.push_back({Severity::error, "lexicon.verb", std::move(fault.file), fault.line, fault.column, std::move(fault.message), {}});
  }
}

bool same_forms(const Lexicon& a, const Lexicon& b) {
  if (a.form_count() != b.form_count()) return false;
  for (FormId form = 1; form < a.form_count(); ++form) {
    if (a.text(form) != b.text(form) || a.is_compound_part(form) != b.is_compound_part(form)) return false;
  }
  return true;
}

}  // namespace

PackData read_pack(const std::filesystem::path& folder, std::vector<Diagnostic>& diagnostics, const PackData* known) {
  PackData data;
  read_settings(folder, data, diagnostics);
  // What needs no words is read beside the words.
  std::vector<Diagnostic> furniture_faults, label_faults, time_faults, event_faults, claim_faults;
  std::vector<TimeRuleSource> times;
  RuleFiles events, claims;
  std::string sha256;
  auto beside = std::async(std::launch::async | std::launch::deferred, [&] {
    events = read_event_rules(folder, event_faults);
    claims = read_claim_rules(folder, claim_faults);
    times = read_time_rules(folder, time_faults);
    data.furniture = load_furniture(folder / "text" / "furniture.yaml", furniture_faults);
    data.labels = read_labels(folder, label_faults);
    sha256 = content_hash(folder, yaml_files(folder));
  });
  LexiconBuilder builder;
  data.verbs_sha256 = verbs_hash(folder);
  add_verbs(folder, known, data.verbs_sha256, builder, diagnostics);
  read_word_lists(folder, builder, diagnostics);
  data.gazetteer = read_gazetteer(folder, builder, diagnostics);
  beside.get();
  declare_time_rules(times, builder);
  declare_event_rules(events, builder);
  declare_claim_rules(claims, builder);

  data.lexicon = builder.build();
  auto time = std::async(std::launch::async | std::launch::deferred, [&] {
    data.words = known != nullptr && same_forms(known->lexicon, data.lexicon) ? known->words : WordIndex(data.lexicon);
    return compile_time_rules(times, data.lexicon, time_faults);
  });
  data.events = compile_event_rules(events, data.lexicon);
  data.claims = compile_claim_rules(claims, data.lexicon);
  data.time = time.get();
  for (auto* faults : {&furniture_faults, &label_faults, &time_faults, &event_faults, &claim_faults}) diagnostics.insert(diagnostics.end(), faults->begin(), faults->end());
  if (!has_error(diagnostics)) data.sha256 = std::move(sha256);
  return data;
}

bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

PackLoad load_pack(const std::string& folder, const std::string& cache) {
  PackLoad load;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    load.diagnostics.push_back({Severity::error, "pack.no-folder", folder, 0, 0, "there is no such folder", "name a folder that holds pack.yaml"});
    return load;
  }
  const PackCache kept(cache, cache.empty() ? std::string() : content_hash(folder, yaml_files(folder)));
  if (auto found = kept.find()) return std::move(*found);
  auto data = read_pack(folder, load.diagnostics);
  if (has_error(load.diagnostics)) return load;
  // Files that changed meanwhile are another pack.
  if (!cache.empty() && content_hash(folder, yaml_files(folder)) == data.sha256) kept.keep(data, load.diagnostics);
  load.pack = std::make_shared<const Pack>(std::move(data));
  return load;
}

}  // namespace kroniek
