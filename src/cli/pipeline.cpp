#include "pipeline.hpp"

#include <system_error>
#include <utility>

namespace kroniek::cli {

namespace {

constexpr std::size_t kItemsPerJob = 16;
constexpr std::size_t kMostWeight = 16U << 20U;  // an item that weighs more goes alone

}  // namespace

Pipeline::Pipeline(unsigned jobs, Finish rest) : jobs_(jobs < 2 ? 0 : jobs), rest_(std::move(rest)) { threads_.reserve(jobs_); }

void Pipeline::add_thread() {
  try {
    threads_.emplace_back([this] { serve(); });
  } catch (const std::system_error&) {
    jobs_ = static_cast<unsigned>(threads_.size());  // the system gives no more: those that are there do it, or the caller
  }
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  work_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Pipeline::add(std::size_t weight, Work work) {
  std::unique_lock lock(mutex_);
  const bool at_once = weight == 0 && items_.empty() && !finishing_;
  if (!at_once && threads_.size() < jobs_) add_thread();
  if (at_once || threads_.empty()) {
    throw_fault();
    lock.unlock();
    work()();
    if (rest_) rest_();
    return;
  }
  room_.wait(lock, [&] { return stopped_ || items_.empty() || (items_.size() < jobs_ * kItemsPerJob && weight_ + weight <= kMostWeight); });
  throw_fault();
  items_.push_back({weight, std::move(work), {}, {}, false});
  weight_ += weight;
  work_.notify_one();
}

void Pipeline::wait() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return stopped_ || (items_.empty() && !finishing_); });
  throw_fault();
}

void Pipeline::throw_fault() {
  if (fault_) std::rethrow_exception(fault_);
}

void Pipeline::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [&] { return stopped_ || begun_ < items_.size(); });
    if (stopped_) return;
    auto& item = items_[begun_++];  // stays where it is while others come and go
    lock.unlock();
    try {
      item.finish = item.work();
    } catch (...) {
      item.fault = std::current_exception();
    }
    item.work = nullptr;  // and what it holds
    lock.lock();
    item.done = true;
    if (!finishing_) finish_in_order(lock);
  }
}

void Pipeline::finish_in_order(std::unique_lock<std::mutex>& lock) {
  finishing_ = true;
  bool rested = true;
  for (;;) {
    if (!stopped_ && !items_.empty() && items_.front().done) {
      finish_first(lock);
      rested = false;
    } else if (!stopped_ && items_.empty() && !rested && rest_) {
      lock.unlock();
      rest_();
      lock.lock();
      rested = true;
    } else {
      break;
    }
  }
  finishing_ = false;
  room_.notify_all();
}

void Pipeline::finish_first(std::unique_lock<std::mutex>& lock) {
  auto& item = items_.front();
  lock.unlock();
  if (!item.fault) {
    try {
      item.finish();
    } catch (...) {
      item.fault = std::current_exception();
    }
  }
  item.finish = nullptr;
  lock.lock();
  if (item.fault) {
    fault_ = item.fault;
    stopped_ = true;
    work_.notify_all();
  }
  weight_ -= item.weight;
  items_.pop_front();
  --begun_;
  room_.notify_all();
}

}  // namespace kroniek::cli
