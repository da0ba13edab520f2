package vn.hoingo.events.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import vn.hoingo.events.event.Words;

/** What is handed in to get a permit, and how far each part of it is. */
public record Dossier(Map<String, Readiness> papers, List<Material> materials) {

    public static final Dossier EMPTY = new Dossier(Map.of(), List.of());

    public Readiness of(String paper) {
        return papers.getOrDefault(paper, Readiness.MISSING);
    }

    public Dossier with(Map<String, Readiness> known) {
        Map<String, Readiness> all = new TreeMap<>(papers);
        all.putAll(known);
        return new Dossier(all, materials);
    }

    public Dossier adding(Material material) {
        if (materials.stream().anyMatch(each -> each.id().equals(material.id()))) {
            return this;
        }
        List<Material> all = new ArrayList<>(materials);
        all.add(material);
        return new Dossier(papers, all);
    }

    public boolean holds(UUID material) {
        return materials.stream().anyMatch(each -> each.id().equals(material));
    }

    public Dossier where(UUID material, Readiness state, Readiness translation) {
        return new Dossier(
                papers,
                materials.stream()
                        .map(each -> each.id().equals(material) ? each.now(state, translation) : each)
                        .toList());
    }

    public Dossier without(UUID material) {
        return new Dossier(
                papers,
                materials.stream().filter(each -> !each.id().equals(material)).toList());
    }

    /** What must be ready and is not: papers first, then materials. */
    public List<Words> missing(List<PaperRule> rules) {
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.required() && of(rule.code()) != Readiness.READY)
                                .map(PaperRule::what),
                        materials.stream()
                                .filter(material -> !material.isReady())
                                .map(Material::named))
                .toList();
    }
}
