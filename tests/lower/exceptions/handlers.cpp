// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Which handler takes what is thrown: the first whose type fits, of the innermost try that has one.
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
bool coin();

struct Base {
  const char *text;
  explicit Base(const char *t) : text(t) {}
};
struct Derived : Base {
  using Base::Base;
};
struct Deeper : Derived {
  using Derived::Derived;
};
struct Other {
  const char *text;
};
void throwBase(const char *t) { throw Base(t); }
void throwDerived(const char *t) { throw Derived(t); }
void throwDeeper(const char *t) { throw Deeper(t); }
void throwOther(const char *t) { throw Other{t}; }
void throwText(const char *t) { throw t; }

void firstThatFits() {
  try {
    throwDerived(email());
  } catch (const Other &o) {
    sink(o.text);
  } catch (const Derived &d) {
    sink(d.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  } catch (const Base &b) {
    sink(b.text);
  }
}
void baseFirst() {
  try {
    throwDeeper(email());
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  } catch (...) {
    sink("never");
  }
}
void derivedDoesNotTakeBase() {
  try {
    throwBase(email());
  } catch (const Derived &d) {
    sink(d.text);
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void twoTries() {
  try {
    throwBase(email());
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    throwBase("clean");
  } catch (const Base &b) {
    sink(b.text);
  }
}
void twoTriesOtherOrder() {
  try {
    throwBase("clean");
  } catch (const Base &b) {
    sink(b.text);
  }
  try {
    throwBase(email());
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void innerTakesIt() {
  try {
    try {
      throwOther(email());
    } catch (const Other &o) {
      sink(o.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
    throwOther("clean");
  } catch (const Other &o) {
    sink(o.text);
  }
}
void innerLetsItPass() {
  try {
    try {
      throwOther(email());
    } catch (const Base &b) {
      sink(b.text);
    }
  } catch (const Other &o) {
    sink(o.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void outsideTheTry() {
  try {
    throwOther("clean");
  } catch (const Other &o) {
    sink(o.text);
  }
  throwOther(email());
}
void inTheHandlerOfAnother() {
  try {
    try {
      throwBase("clean");
    } catch (const Base &) {
      throwOther(email());
    }
  } catch (const Base &b) {
    sink(b.text);
  } catch (const Other &o) {
    sink(o.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void notOfItsOwnTry() {
  try {
    throwBase("clean");
  } catch (const Base &b) {
    throwOther(email());
  } catch (const Other &o) {
    sink(o.text); // what a handler throws is for the tries around
  }
}
void pointers() {
  try {
    throw new Derived(email());
  } catch (const Other *o) {
    sink(o->text);
  } catch (const Base *b) {
    sink(b->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void pointerIsNoObject() {
  try {
    throw new Derived(email());
  } catch (const Base &b) {
    sink(b.text);
  } catch (Derived *d) {
    sink(d->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void texts() {
  try {
    throwText(email());
  } catch (const Base &b) {
    sink(b.text);
  } catch (int) {
    sink("number");
  } catch (const char *t) {
    sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void anyPointer() {
  try {
    throwText(email());
  } catch (const void *p) {
    sink(static_cast<const char *>(p)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void byValue() {
  try {
    throwDerived(email());
  } catch (Base b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    b.text = "";
    sink(b.text);
  }
}
void byReferenceWritten() {
  try {
    throwDerived(email());
  } catch (Base &b) {
    b.text = "";
    sink(b.text);
  }
}
enum class Code { Bad };
void numbers() {
  try {
    if (coin())
      throw Code::Bad;
    throw 7;
  } catch (Code) {
    sink("code");
  } catch (int) {
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void all() {
  try {
    throwBase(email());
  } catch (...) {
    sink("something");
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
using Alias = Derived;
typedef const Base &BaseRef;
void aliases() {
  try {
    throw Alias(email());
  } catch (BaseRef b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
template <class E> struct Wrapped {
  E inner;
};
void templates() {
  try {
    throw Wrapped<Other>{{email()}};
  } catch (const Wrapped<Base> &w) {
    sink(w.inner.text);
  } catch (const Wrapped<Other> &w) {
    sink(w.inner.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
template <class E> void catching(const char *t) {
  try {
    throw E(t);
  } catch (const E &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void instantiated() {
  catching<Base>(email());
}
struct Left {
  const char *left;
};
struct Right {
  const char *right;
};
struct Both : Left, Right {};
void secondBase() {
  try {
    Both both;
    both.left = "";
    both.right = email();
    throw both;
  } catch (const Right &r) {
    sink(r.right); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void firstBase() {
  try {
    Both both;
    both.left = "";
    both.right = email();
    throw both;
  } catch (const Left &l) {
    sink(l.left);
  }
}
struct Virtual : virtual Base {
  Virtual(const char *t) : Base(t) {}
};
void virtualBase() {
  try {
    throw Virtual(email());
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void inALoop() {
  for (int i = 0; i < 3; ++i) {
    try {
      if (i == 1)
        throwOther(email());
      throwBase("clean");
    } catch (const Base &b) {
      sink(b.text);
      continue;
    } catch (const Other &o) {
      sink(o.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
      break;
    }
  }
}
void conditional() {
  try {
    throw coin() ? Base(email()) : Base("");
  } catch (const Base &b) {
    sink(b.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void leavesByGoto() {
  const char *t = "";
  try {
    t = email();
    goto out;
  } catch (...) {
    sink("never");
  }
out:
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
const char *returnsFromHandler() {
  try {
    throwOther(email());
  } catch (const Other &o) {
    return o.text;
  }
  return "";
}
const char *returnsElsewhere() {
  try {
    throwOther(email());
  } catch (const Other &) {
    return "failed";
  }
  return "fine";
}
void returned() {
  sink(returnsFromHandler()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(returnsElsewhere());
}
