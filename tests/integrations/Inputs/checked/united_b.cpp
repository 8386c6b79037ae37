void united_b() {}
