#include "scanner.hpp"

#include "upper.hpp"

#include <hs/hs.h>

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <stdexcept>

namespace kroniek {

namespace {

struct Literals {
  std::vector<std::string> texts;
  std::vector<unsigned> ids;
};

Literals literals_of(const Lexicon& lexicon) {
  Literals all;
  for (FormId form = 1; form < lexicon.form_count(); ++form) {
    const std::string text(lexicon.text(form));
    all.texts.push_back(text);
    all.ids.push_back(form);
    // Vectorscan folds the case of ASCII only; more literals serve words with other capitals.
    for (auto& other : spellings_in_capitals(text)) {
      all.texts.push_back(std::move(other));
      all.ids.push_back(form);
    }
  }
  return all;
}

// In the form that it has in memory, where it begins at a multiple of the alignment.
ScanDatabase laid_out(std::string_view serialised) {
  std::size_t size = 0;
  if (hs_serialized_database_size(serialised.data(), serialised.size(), &size) != HS_SUCCESS) throw std::runtime_error("the scan database cannot be read");
  const std::size_t whole = (size + kArchiveAlignment - 1) / kArchiveAlignment * kArchiveAlignment;
  const std::shared_ptr<char> memory(static_cast<char*>(std::aligned_alloc(kArchiveAlignment, whole)), &std::free);
  if (!memory) throw std::bad_alloc();
  std::memset(memory.get(), 0, whole);
  if (hs_deserialize_database_at(serialised.data(), serialised.size(), reinterpret_cast<hs_database_t*>(memory.get())) != HS_SUCCESS) {
    throw std::runtime_error("the scan database cannot be laid out");
  }
  return {{memory.get(), whole}, memory};
}

}  // namespace

ScanDatabase compile_scan_database(const Lexicon& lexicon) {
  const auto literals = literals_of(lexicon);
  std::vector<const char*> pointers;
  std::vector<std::size_t> lengths;
  for (const auto& text : literals.texts) {
    pointers.push_back(text.data());
    lengths.push_back(text.size());
  }
  const std::vector<unsigned> flags(pointers.size(), HS_FLAG_CASELESS);
  const hs_platform_info_t any_processor{};
  hs_database_t* database = nullptr;
  hs_compile_error_t* fault = nullptr;
  if (hs_compile_lit_multi(pointers.data(), flags.data(), literals.ids.data(), lengths.data(),
                           static_cast<unsigned>(pointers.size()), HS_MODE_BLOCK, &any_processor, &database, &fault) != HS_SUCCESS) {
    const std::string message = fault != nullptr ? fault->message : "no reason given";
    hs_free_compile_error(fault);
    throw std::runtime_error("the words of the pack cannot be compiled: " + message);
  }
  char* bytes = nullptr;
  std::size_t size = 0;
  const auto result = hs_serialize_database(database, &bytes, &size);
  hs_free_database(database);
  const std::unique_ptr<char, decltype(&std::free)> serialised(bytes, &std::free);
  if (result != HS_SUCCESS) throw std::runtime_error("the scan database cannot be written out");
  return laid_out({bytes, size});
}

struct Scanner::Impl {
  Impl(const Lexicon& words, ScanDatabase given) : lexicon(words), memory(std::move(given)) {}
  const Lexicon& lexicon;
  ScanDatabase memory;
  std::unique_ptr<const FormSearch> search;
  const hs_database_t* database = reinterpret_cast<const hs_database_t*>(memory.image.data());
  mutable std::mutex mutex;
  mutable std::vector<hs_scratch_t*> idle;

  hs_scratch_t* borrow() const {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        auto* scratch = idle.back();
        idle.pop_back();
        return scratch;
      }
    }
    hs_scratch_t* scratch = nullptr;
    // Vectorscan checks the database here.
    const auto result = hs_alloc_scratch(database, &scratch);
    if (result == HS_NOMEM) throw std::bad_alloc();
    if (result != HS_SUCCESS) throw std::runtime_error("the scan database does not fit this processor or Vectorscan version");
    return scratch;
  }
  void give_back(hs_scratch_t* scratch) const {
    const std::lock_guard lock(mutex);
    idle.push_back(scratch);
  }
};

Scanner::Scanner(const Lexicon& lexicon, ScanDatabase database) : impl_(std::make_unique<Impl>(lexicon, std::move(database))) {
  if (impl_->memory.empty()) {
    impl_->search = std::make_unique<const FormSearch>(lexicon);
  } else {
    impl_->give_back(impl_->borrow());
  }
}

Scanner::~Scanner() {
  for (auto* scratch : impl_->idle) hs_free_scratch(scratch);
}

void Scanner::scan(std::string_view text, std::vector<Hit>& hits) const {
  struct Context {
    const Lexicon& lexicon;
    std::vector<Hit>& hits;
  } context{impl_->lexicon, hits};
  hits.clear();
  if (impl_->search) {
    impl_->search->scan(text, hits);
    return;
  }
  auto* scratch = impl_->borrow();
  const auto on_match = [](unsigned id, unsigned long long, unsigned long long to, unsigned, void* data) -> int {
    auto& c = *static_cast<Context*>(data);
    const auto end = static_cast<std::uint32_t>(to);
    c.hits.push_back({end - static_cast<std::uint32_t>(c.lexicon.text(id).size()), end, id});
    return 0;
  };
  const auto result = hs_scan(impl_->database, text.data(), static_cast<unsigned>(text.size()), 0, scratch, on_match, &context);
  impl_->give_back(scratch);
  if (result != HS_SUCCESS) throw std::runtime_error("scanning failed");
}

}  // namespace kroniek
