#include "base.h"
static Dictionary::Ptr Resolve(const User::Ptr &user) {
  Dictionary::Ptr macros = new Dictionary({{"name", user->GetName()}, {"email", user->GetEmail()}});
  macros->Set("service", "http");
  return macros;
}
static String Expand(const Dictionary::Ptr &macros, const String &key) { return macros->Get(key); }
void Notify(const User::Ptr &user) {
  Dictionary::Ptr macros = Resolve(user);
  send_line(Expand(macros, "email").CStr()); // LEAK
  String name = user->GetName();
  send_line(name.CStr());
  Log(LogInformation, "Notification") << "Sending to '" << user->GetEmail() << "'";
  Log(LogDebug, "Notification") << "Sending " << user->GetName();
}
void HandleRequest(const ApiUser::Ptr &user) {
  std::ostringstream trace;
  trace << "Basic " << user->GetName() << ":" << user->GetPassword();
  send_line(trace.str().c_str()); // LEAK
  trace.str("");
  trace << "done";
  send_line(trace.str().c_str());
  auto task = [user, header = trace.str()](int code) {
    if (code != 200)
      send_line(user->GetPassword().SubStr(0, 4).CStr()); // LEAK
    send_line(header.c_str());
  };
  task(500);
}
static void Changed(const String &email) {
  send_line(email.CStr()); // LEAK
}
static void Quiet(const String &) {}
void Setup(const User::Ptr &user, const User::Ptr &other) {
  ObjectImpl<User>::OnEmailChanged.connect(&Changed);
  ObjectImpl<User>::OnEmailChanged.connect(&Quiet);
  Logger::m_Loggers.push_back(Logger::Ptr(new StreamLogger));
  user->SetEmail(other->GetEmail());
  std::vector<std::pair<String, User::Ptr>> list;
  list.emplace_back(user->GetName(), user);
  for (const auto &[name, who] : list) {
    send_line(name.CStr());
    send_line(who->GetEmail().CStr()); // LEAK
  }
}
