#pragma once

#include <rapidjson/document.h>

#include <algorithm>

// Calls `call` with every object in the value, the outermost first.
template <class Call>
void for_each_object(rapidjson::Value& value, const Call& call) {
  if (value.IsArray()) {
    for (auto& item : value.GetArray()) for_each_object(item, call);
  } else if (value.IsObject()) {
    call(value);
    std::for_each(value.MemberBegin(), value.MemberEnd(), [&](auto& member) { for_each_object(member.value, call); });
  }
}
