#include "inflection.hpp"

#include <array>
#include <stdexcept>

namespace kroniek::verb_files {

namespace {

// As VerbForm counts them.
constexpr std::array<std::string_view, 9> form_names{"present_first",        "present_third",      "present_plural",
                                                     "past_singular",        "past_plural",        "participle",
                                                     "participle_inflected", "present_participle", "infinitive"};

void substitute(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string Rewrites::operator()(std::string text) const {
  for (const auto& [pattern, replacement] : steps) {
    // Most steps do not fit most words, and a search is cheaper than a copy.
    if (boost::u32regex_search(text, pattern)) text = boost::u32regex_replace(text, pattern, replacement);
  }
  return text;
}

std::string Inflection::classes() const {
  std::string result;
  for (const auto& [name, rewrites] : classes_) result += (result.empty() ? "" : ", ") + name;
  return result;
}

Forms Inflection::inflect(const std::string& infinitive, const std::string& verb_class, Forms given) const {
  const std::string stem = stem_(classes_.at(verb_class)(infinitive));
  if (const auto spelled = given.find(VerbForm::participle); spelled != given.end()) {
    Texts& inflected = given[VerbForm::participle_inflected];
    for (const auto& participle : spelled->second) inflected.push_back(fill(inflected_, "participle", participle));
  }
  for (const auto& [form, templates] : forms_) {
    if (given.contains(form)) continue;
    Texts& texts = given[form];
    for (std::string text : templates) {
      substitute(text, "{infinitive}", infinitive);
      texts.push_back(fill(std::move(text), "stem", stem));
    }
  }
  return given;
}

Forms Inflection::compound(const std::string& first, const Forms& base, bool inseparable) const {
  Forms result;
  for (const auto& [form, texts] : base) {
    const bool participle = form == VerbForm::participle || form == VerbForm::participle_inflected;
    for (const auto& text : texts) {
      result[form].push_back(join_(first + "=" + (inseparable && participle ? bare_(text) : text)));
    }
  }
  return result;
}

std::string Inflection::fill(std::string text, std::string_view name, const std::string& value) const {
  substitute(text, "{" + std::string(name) + "}", value);
  return spelling_(std::move(text));
}

std::string Inflection::expand(Source& source, const Item& pattern) {
  std::string text = pattern.text;
  for (const auto& [name, value] : let_) substitute(text, "{" + name + "}", value);
  boost::smatch match;
  if (boost::regex_search(text, match, boost::regex("\\{[A-Za-z_]+\\}"))) {
    bad_ = true;
    source.fault(pattern.mark, match.str() + " is not defined; add it to 'let' above its use");
  }
  return text;
}

boost::u32regex Inflection::compile(Source& source, const Item& pattern) {
  try {
    return boost::make_u32regex(expand(source, pattern));
  } catch (const std::runtime_error& error) {
    bad_ = true;
    source.fault(pattern.mark, std::string("not a regular expression: ") + error.what());
    return boost::u32regex();
  }
}

void Inflection::read_rewrites(Source& source, const Item& name, const yaml::Node& node, Rewrites& into) {
  if (!node.is_list()) {
    bad_ = true;
    return source.fault(node.mark(), name.text + " must be a list of steps");
  }
  for (const auto& step : node) {
    const auto parts = source.texts(step, "a step");
    bad_ = bad_ || parts.size() != 2;
    if (parts.size() != 2) return source.fault(step.mark(), "a step is [pattern, replacement]");
    into.steps.emplace_back(compile(source, parts[0]), parts[1].text);
  }
}

void Inflection::read_forms(Source& source, const yaml::Node& node) {
  source.each(node, "forms", [&](const Item& key, const yaml::Node& value) {
    std::string known;
    for (std::size_t i = 0; i < form_names.size(); ++i) {
      known.append(i == 0 ? "" : ", ").append(form_names[i]);
      if (form_names[i] != key.text) continue;
      for (auto& item : source.texts(value, key.text)) forms_[VerbForm(i)].push_back(std::move(item.text));
      return;
    }
    source.unknown(key, known);
  });
}

bool Inflection::load(Source& source) {
  const std::map<std::string, Rewrites*> rewrites{
      {"stem", &stem_}, {"spelling", &spelling_}, {"bare", &bare_}, {"join", &join_}};
  const bool readable = source.read([&](const Item& key, const yaml::Node& value) {
    if (const auto found = rewrites.find(key.text); found != rewrites.end()) {
      read_rewrites(source, key, value, *found->second);
    } else if (key.text == "let") {
      source.each(value, key.text, [&](const Item& name, const yaml::Node& node) {
        if (const auto pattern = source.text(node, "a pattern")) let_[name.text] = expand(source, *pattern);
      });
    } else if (key.text == "infinitive" || key.text == "word") {
      boost::u32regex& into = key.text == "word" ? word_ : infinitive_;
      if (const auto pattern = source.text(value, "a pattern")) into = compile(source, *pattern);
    } else if (key.text == "classes") {
      source.each(value, key.text, [&](const Item& name, const yaml::Node& steps) {
        read_rewrites(source, name, steps, classes_[name.text]);
      });
    } else if (key.text == "forms") {
      read_forms(source, value);
    } else if (key.text == "inflected") {
      if (const auto item = source.text(value, key.text)) inflected_ = item->text;
    } else {
      source.unknown(key, "let, infinitive, word, classes, stem, forms, inflected, spelling, bare, join");
    }
  });
  if (!readable || bad_) return false;
  std::string missing;
  if (infinitive_.empty()) missing = "infinitive";
  if (word_.empty()) missing = "word";
  if (inflected_.empty()) missing = "inflected";
  if (!classes_.contains(regular)) missing = std::string("classes: ") + regular;
  for (std::size_t i = 0; i < form_names.size(); ++i) {
    if (!forms_.contains(VerbForm(i))) missing = "forms: " + std::string(form_names[i]);
  }
  if (!missing.empty()) source.fault({}, "'" + missing + "' is missing; no verb can be inflected without it");
  return missing.empty();
}

}  // namespace kroniek::verb_files
