#include "base.h"
std::vector<Logger::Ptr> Logger::m_Loggers;
signal<const String &> ObjectImpl<User>::OnEmailChanged;
Log::~Log() {
  LogEntry entry;
  entry.Severity = m_Severity;
  entry.Facility = m_Facility;
  entry.Message = m_Buffer.str();
  for (const Logger::Ptr &logger : Logger::m_Loggers)
    logger->ProcessLogEntry(entry); // LEAK
}
Value::operator String() const {
  if (IsString())
    return Get<String>();
  return "";
}
