// A pack that is ready for use.
#pragma once

#include "pack_data.hpp"
#include "../actors/words.hpp"
#include "../clauses/atoms.hpp"

namespace kroniek {

class Pack {
 public:
  explicit Pack(PackData data) : data_(std::move(data)), classes_(data_.lexicon), actor_classes_(data_.lexicon), furniture_(data_.furniture) {}
  const PackData& data() const { return data_; }
  PackData& data() { return data_; }  // for mutation; words stay as they are
  const GrammarClasses& classes() const { return classes_; }
  const ActorClasses& actor_classes() const { return actor_classes_; }
  const FurnitureMatcher& furniture() const { return furniture_; }

 private:
  PackData data_;
  GrammarClasses classes_;
  ActorClasses actor_classes_;
  FurnitureMatcher furniture_;
};

}  // namespace kroniek
