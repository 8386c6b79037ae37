#pragma once
inline int vendor(int value) { return value; }
