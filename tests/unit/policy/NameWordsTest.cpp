#include "policy/NameWords.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Policy made() {
  Policy policy;
  auto category = [&](std::string id, std::vector<std::string> names,
                      std::vector<std::string> weak = {}) {
    Category &row = policy.categories[id];
    row.id = id;
    row.names = std::move(names);
    row.namesOfSubject = std::move(weak);
  };
  category("contact.email", {"email", "email-address", "emailadres"});
  category("contact.address", {"home-address"}, {"address"});
  category("identity.name", {"first-name", "voornaam"}, {"name"});
  category("identity.birth-date", {"birth-date", "geboortedatum"});
  category("financial.bank-account", {"iban"});
  policy.subjectNames = {{"customer", {"customer", "klant"}}, {"employee", {"staff-member"}}};
  return policy;
}

std::string categoryOf(llvm::StringRef name) { return NameVocabulary(made()).match(name).category; }

TEST(NameWords, SplitsAtCapitalsUnderscoresAndDigits) {
  EXPECT_THAT(wordsOfName("customerEMailAddress"), ElementsAre("customer", "e", "mail", "address"));
  EXPECT_THAT(wordsOfName("m_first_name"), ElementsAre("m", "first", "name"));
  EXPECT_THAT(wordsOfName("customerIBANNumber"), ElementsAre("customer", "iban", "number"));
  EXPECT_THAT(wordsOfName("HTTPServer2Name"), ElementsAre("http", "server", "2", "name"));
  EXPECT_THAT(wordsOfName("e-mail"), ElementsAre("e", "mail"));
  EXPECT_THAT(wordsOfName("geb\xc3\xb6rt_datum"), ElementsAre("geb\xc3\xb6rt", "datum"));
  EXPECT_THAT(wordsOfName(""), IsEmpty());
  EXPECT_THAT(wordsOfName("___"), IsEmpty());
  EXPECT_EQ(wordsOfName(std::string(100000, '_') + "a").size(), 1u);
  std::string many;
  for (int i = 0; i < 1000; ++i)
    many += "Ab";
  EXPECT_EQ(wordsOfName(many).size(), 32u);
}

TEST(NameVocabulary, SeesAnEntryHoweverItIsJoined) {
  for (const char *name : {"email", "eMail", "e_mail", "EMAIL", "m_email", "email_", "szEmail", "emails", "billingEmail",
                           "email2", "emailText", "email_address", "emailAddresses", "EmailAdres"})
    EXPECT_EQ(categoryOf(name), "contact.email") << name;
  EXPECT_EQ(categoryOf("birthDate"), "identity.birth-date");
  EXPECT_EQ(categoryOf("birthdate"), "identity.birth-date");
  EXPECT_EQ(categoryOf("geboorte_datum"), "identity.birth-date");
  EXPECT_EQ(categoryOf("customerIBAN"), "financial.bank-account");
}

TEST(NameVocabulary, TheLastWordIsWhatAThingIs) {
  for (const char *name : {"emailSent", "email_count", "emailValidator", "emailTemplate", "hasEmail", "is_email",
                           "maxEmails", "sendmail", "emailer", "mail", "", "countEmail"})
    EXPECT_EQ(categoryOf(name), "") << name;
}

TEST(NameVocabulary, WeakEntriesNeedADataSubject) {
  NameVocabulary names(made());
  EXPECT_TRUE(names.match("name").weak);
  EXPECT_TRUE(names.match("name").whole);
  EXPECT_EQ(names.match("name").subject, "");
  EXPECT_EQ(names.match("customerName").subject, "customer");
  EXPECT_EQ(names.match("klant_naam").category, "");
  EXPECT_EQ(names.match("staffMemberName").subject, "employee");
  EXPECT_EQ(names.match("customerFileName").subject, "") << "a file is no subject";
  EXPECT_FALSE(names.match("fileName").whole);
  // The longer entry is meant, and is not weak.
  EXPECT_FALSE(names.match("homeAddress").weak);
  EXPECT_FALSE(names.match("firstName").weak);
}

TEST(NameVocabulary, ClassesThatAreAboutASubject) {
  NameVocabulary names(made());
  EXPECT_EQ(names.subjectOf("Customer"), "customer");
  EXPECT_EQ(names.subjectOf("CustomerRecord"), "customer");
  EXPECT_EQ(names.subjectOf("Klanten"), "") << "a plural that nobody listed";
  EXPECT_EQ(names.subjectOf("CustomerRepository"), "");
  EXPECT_EQ(names.subjectIn("add_customer_now"), "customer");
  EXPECT_EQ(names.subjectIn("addCustomers"), "customer");
  EXPECT_EQ(names.subjectIn("customary"), "");
}

} // namespace
