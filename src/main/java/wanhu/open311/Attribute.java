package wanhu.open311;

import java.util.List;

/**
 * One thing that a service asks for beyond the standard fields.
 *
 * @param datatype as the standard names it
 * @param variable whether something is asked; else it only tells something
 * @param description the question, or what is told
 * @param hint how to answer; may be empty
 * @param options what can be chosen; empty for free text
 */
record Attribute(
        String code,
        Datatype datatype,
        boolean variable,
        boolean required,
        String description,
        String hint,
        List<Option> options) {
    Attribute {
        options = List.copyOf(options);
    }

    /** The datatypes of the standard that we use. */
    enum Datatype {
        /** A line of text. */
        STRING("string"),
        /** One of several values. */
        SINGLE("singlevaluelist");

        private final String text;

        Datatype(String text) {
            this.text = text;
        }
    }

    /** One value that can be chosen. */
    record Option(String key, String name) {}

    /** Whether the value is one of those that can be chosen. */
    boolean offers(String value) {
        return options.stream().anyMatch(each -> each.key().equals(value));
    }

    /** As the definition of a service has it. */
    Value value(int order) {
        return Value.fields()
                .with("variable", new Value.Flag(variable))
                .text("code", code)
                .text("datatype", datatype.text)
                .with("required", new Value.Flag(required))
                .text("datatype_description", hint)
                .with("order", new Value.Count(order))
                .text("description", description)
                .with("values", values())
                .group();
    }

    private Value values() {
        return new Value.Items(
                "value",
                options.stream()
                        .<Value>map(each ->
                                Value.fields()
                                        .text("key", each.key())
                                        .text("name", each.name())
                                        .group())
                        .toList());
    }
}
