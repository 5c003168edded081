// A pack that is ready for use.
#pragma once

#include "pack_data.hpp"
#include "../clauses/atoms.hpp"

namespace kroniek {

class Pack {
 public:
  explicit Pack(PackData data) : data_(std::move(data)), scanner_(data_.lexicon, data_.scan_database), classes_(data_.lexicon), furniture_(data_.furniture) {}
  const PackData& data() const { return data_; }
  PackData& data() { return data_; }  // for mutation; words stay as they are
  const Scanner& scanner() const { return scanner_; }
  const GrammarClasses& classes() const { return classes_; }
  const FurnitureMatcher& furniture() const { return furniture_; }

 private:
  PackData data_;
  Scanner scanner_;
  GrammarClasses classes_;
  FurnitureMatcher furniture_;
};

}  // namespace kroniek
