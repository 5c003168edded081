#include "word_lists.hpp"

#include "yaml.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace kroniek {

std::string fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto all = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  all.toLower(icu::Locale::getRoot());
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string folded;
  if (U_SUCCESS(status)) nfc->normalize(all, status).toUTF8String(folded);
  return folded;
}

namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

class ListReader {
 public:
  ListReader(YamlFile& file, LexiconBuilder& builder) : file_(file), builder_(builder) {}

  void read(const yaml::Node& list) {
    if (!file_.is_map(list, {"class", "pos", "words", "values", "verbs", "compound", "except", "capital", "plural"})) return;
    classes_ = file_.texts_of(list, "class");
    compound_ = file_.flag_of(list, "compound");
    capital_ = file_.flag_of(list, "capital");
    plural_ = file_.flag_of(list, "plural");
    for (const auto& word : file_.texts_of(list, "except")) builder_.except(fold(word));
    for (const auto& lemma : file_.texts_of(list, "verbs")) {
      if (!builder_.has(lemma, Pos::verb)) {
        file_.error(list["verbs"], "lexicon.unknown-verb", "the verb '" + lemma + "' is not in the verb lexicon", "add it to lexicon/verbs/");
      }
      for (const auto& cls : classes_) builder_.add_class(lemma, Pos::verb, cls);
    }
    if (!list["words"].is_defined() && !list["values"].is_defined()) {
      if (!list["verbs"].is_defined()) file_.error(list, "rule.missing-key", "the list has no words", "add 'words:', 'values:' or 'verbs:'");
      return;
    }
    const auto name = file_.text_of(list, "pos", true);
    if (!name) return;
    const auto pos = pos_from(*name);
    if (!pos) {
      file_.error(list["pos"], "lexicon.unknown-pos", "unknown part of speech '" + *name + "'", "for instance noun, verb, adverb");
      return;
    }
    for (const auto& word : file_.texts_of(list, "words")) add(word, *pos, 0);
    const auto values = list["values"];
    if (!values.is_defined()) return;
    if (!values.is_map()) {
      file_.error(values, "rule.wrong-shape", "'values' takes a map of words and whole numbers");
      return;
    }
    for (const auto& item : values) {
      const auto value = yaml::number(item.second);
      if (!value) {
        file_.error(item.second, "rule.wrong-shape", "a whole number is expected here");
        continue;
      }
      add(item.first.text(), *pos, *value);
    }
  }

 private:
  void add(const std::string& word, Pos pos, int value) {
    const auto parts = split(fold(word), '|');
    std::vector<NewForm> forms;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      NewForm form;
      form.text = parts[i];
      form.flags = static_cast<std::uint8_t>((capital_ ? kNeedsCapital : 0) | (plural_ && i > 0 ? kPlural : 0));
      forms.push_back(std::move(form));
    }
    builder_.add(parts.front(), pos, value, forms, classes_, compound_);
  }

  YamlFile& file_;
  LexiconBuilder& builder_;
  std::vector<std::string> classes_;
  bool compound_ = false, capital_ = false, plural_ = false;
};

}  // namespace

void read_word_lists(const std::filesystem::path& pack_folder, LexiconBuilder& builder, std::vector<Diagnostic>& diagnostics) {
  const auto folder = pack_folder / "lexicon";
  for (const auto& path : yaml_files(folder)) {
    const auto shown = path.lexically_relative(pack_folder);
    if (*std::next(shown.begin()) == "verbs") continue;
    YamlFile file(path, shown.string(), diagnostics);
    const auto& root = file.root();
    if (!root.is_defined() || root.is_null() || !file.is_map(root, {"words"})) continue;
    if (!file.is_list(root["words"], "word lists")) continue;
    ListReader reader(file, builder);
    for (const auto& list : root["words"]) reader.read(list);
  }
}

}  // namespace kroniek
