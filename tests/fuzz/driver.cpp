// The entry that libFuzzer calls, for the target that KRONIEK_FUZZ names.
#include "targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::KRONIEK_FUZZ({reinterpret_cast<const char*>(data), size});
  return 0;
}
