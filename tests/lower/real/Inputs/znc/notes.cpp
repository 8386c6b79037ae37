#include "ZNC.h"
class CNotesMod : public CModule {
public:
  CNotesMod() {
    AddCommand("show", [this](const CString &line) { Show(line); });
    AddCommand("list", [=](const CString &line) { List(line); });
  }
  EModRet OnJoin(CNick &nick, const CString &channel) override {
    SetNV("last", nick.GetHostMask());
    SetNV("channel", channel);
    m_lastHost = nick.GetHost().AsLower();
    m_channel = channel;
    OnModCommand("show " + nick.GetHost());
    return CONTINUE;
  }
  void Show(const CString &line) {
    PutStatus(line); // FN: the lambda that the constructor put into the map is not reached from the member that calls it
    PutStatus(GetNV("last")); // FN: `this` that a stored lambda captured
    PutStatus("Host: " + m_lastHost.Replace_n(".", "-")); // FN: the same
    PutStatus(m_channel);
    CUser *user = GetUser();
    DEBUG("user " << user->GetUserName());
    DEBUG("hash " << user->GetPass()); // LEAK
  }
  void List(const CString &) { PutStatus("nothing"); }
private:
  CString m_lastHost, m_channel;
};
CModule *MakeNotes() { return new CNotesMod; }
