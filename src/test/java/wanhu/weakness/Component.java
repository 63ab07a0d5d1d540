package wanhu.weakness;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that the product, or its build, is made of.
 *
 * @param name as its ecosystem names it: group:artifact for Maven
 */
record Component(Ecosystem ecosystem, String name, String version) {
    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/@]+)/([^/@]+)@([^?#]+).*");

    /** WebJars carry what the browser runs under the name that it has there. */
    private static final String CARRIED = "org.webjars.npm:";

    /**
     * Everything that a list of components in CycloneDX's form names.
     *
     * @throws Unusable when it is none, or names something of another ecosystem
     */
    static List<Component> of(Path sbom) {
        var all = Json.of(sbom).path("components").values();
        if (all.isEmpty()) {
            throw new Unusable(sbom + " names no component.");
        }
        return all.stream().flatMap(each -> read(Json.text(each, "purl"))).distinct().toList();
    }

    private static Stream<Component> read(String purl) {
        var parts = MAVEN.matcher(purl);
        if (!parts.matches()) {
            throw new Unusable("Of " + purl + " nothing is known here: it is not from Maven.");
        }
        var name = plain(parts.group(1)) + ":" + plain(parts.group(2));
        var itself = new Component(Ecosystem.MAVEN, name, plain(parts.group(3)));
        return name.startsWith(CARRIED)
                ? Stream.of(itself, itself.carried(name.substring(CARRIED.length())))
                : Stream.of(itself);
    }

    private Component carried(String inside) {
        var scoped = inside.split("__", 2);
        var name = scoped.length == 1 ? inside : "@" + scoped[0] + "/" + scoped[1];
        return new Component(Ecosystem.NPM, name, version);
    }

    private static String plain(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
