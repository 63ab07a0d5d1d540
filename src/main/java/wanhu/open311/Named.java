package wanhu.open311;

/** The last part of an address: a name and the ending of its format, {@code road.lamp.xml}. */
record Named(String name) {
    /**
     * Takes the ending off.
     *
     * @throws Denied 400 without one of the two formats
     */
    static Named of(String file) {
        if (!file.endsWith(".xml") && !file.endsWith(".json")) {
            throw Denied.invalid("", "open311.fault.format");
        }
        return new Named(file.substring(0, file.lastIndexOf('.')));
    }
}
