package vn.hoingo.portal;

/** What the services would say in the middle of the story; all people are invented. */
public final class Story {

    public static final String HEF = "019a0000-0000-7000-8000-000000000001";
    public static final String FD = "019a0000-0000-7000-8000-000000000002";
    public static final String PLENARY = "019a0000-0000-7000-8000-000000000011";
    public static final String DINNER = "019a0000-0000-7000-8000-000000000012";
    public static final String BUSAN = "019a0000-0000-7000-8000-000000000021";
    public static final String BUSAN_AT_HEF = "019a0000-0000-7000-8000-000000000031";

    public static final String LYON_AT_HEF = "019a0000-0000-7000-8000-000000000032";
    public static final String BUSAN_DRAFT = "019a0000-0000-7000-8000-000000000037";

    public static final String OSAKA_ARRIVAL = "019a0000-0000-7000-8000-000000000102";
    public static final String FLIGHT_CHANGED = "019a0000-0000-7000-8000-000000000904";

    public static final String INVITATION = "019a0000-0000-7000-8000-000000000212";
    public static final String LETTER = "019a0000-0000-7000-8000-000000000251";

    public static final String IMPORT = "019a0000-0000-7000-8000-000000000301";
    public static final String IMPORTED = "019a0000-0000-7000-8000-000000000302";

    private Story() {}

    public static void tell(RecordingServices services) {
        services.saysFile("GET /api/events", "events.json")
                .saysFile("GET /api/events/" + HEF, "hef.json")
                .saysFile("GET /api/events/" + FD, "fd.json")
                .saysFile("GET /api/events/activities?event=" + HEF + "&limit=200", "hef-activities.json")
                .saysFile("GET /api/events/activities?event=" + FD + "&limit=200", "fd-activities.json")
                .saysFile("GET /api/events/activities/" + DINNER, "dinner.json")
                .saysFile("GET /api/events/templates", "templates.json")
                .says("GET /api/events/tasks", "{\"items\":[]}")
                .saysFile("GET /api/delegations/tasks", "delegation-tasks.json")
                .saysFile("GET /api/invitations/tasks", "invitation-tasks.json")
                .saysFile("GET /api/logistics/tasks", "logistics-tasks.json")
                .says("GET /api/operations/tasks", 503, "{}")
                .saysFile("GET /api/delegations", "delegations.json")
                .saysFile("GET /api/delegations/" + BUSAN_AT_HEF, "busan.json")
                .saysFile("GET /api/delegations/" + LYON_AT_HEF, "lyon.json")
                .saysFile("GET /api/delegations/" + BUSAN_DRAFT, "busan-draft.json")
                .saysFile("PUT /api/delegations/" + BUSAN_DRAFT, "busan-draft.json")
                .saysFile("GET /api/operations/delegations/" + BUSAN_AT_HEF + "/timeline", "timeline.json")
                .saysFile("GET /api/logistics/arrivals", "arrivals.json")
                .saysFile("GET /api/logistics/arrivals/" + OSAKA_ARRIVAL, "osaka-arrival.json")
                .saysFile("GET /api/logistics/arrivals/" + OSAKA_ARRIVAL + "/ways-out", "ways-out.json")
                .saysFile("POST /api/logistics/arrivals/" + OSAKA_ARRIVAL + "/way-out", "osaka-arrival.json")
                .saysFile("GET /api/logistics/diaries", "diaries.json")
                .says("GET /api/operations/stream/position", "{\"after\":\"p1\"}")
                .saysFile("GET /api/operations/facts/" + FLIGHT_CHANGED, "fact.json")
                .saysFile("GET /api/operations/facts/" + FLIGHT_CHANGED + "/consequences", "consequences.json")
                .says("GET /api/operations/facts/" + FLIGHT_CHANGED + "/causes", "{\"items\":[]}")
                .saysFile("GET /api/operations/flows", "flows.json")
                .saysFile("GET /api/operations/dead-letters", "dead-letters.json")
                .saysFile("GET /api/operations/dead-letters/dl-1", "dead-letter.json")
                .saysFile("GET /api/operations/copies", "copies.json")
                .saysFile("GET /api/operations/alerts", "alerts.json")
                .says(
                        "GET /api/identity/accounts",
                        "{\"items\":[{\"id\":\"019a0000-0000-7000-8000-0000000000aa\",\"name\":\"Tuấn Lê\"}]}")
                .saysFile("GET /api/invitations/answers/good", "answer.json")
                .saysFile("GET /api/invitations/answers/accepted", "answer-accepted.json")
                .says("GET /api/invitations/answers/old", 410, "{\"type\":\"/problems/link-replaced\"}")
                .saysFile("GET /api/invitations", "invitations.json")
                .saysFile("GET /api/invitations/" + INVITATION, "invitation.json")
                .saysFile("GET /api/invitations/summary", "summary.json")
                .saysFile("GET /api/invitations/waitlist", "waitlist.json")
                .saysFile("GET /api/invitations/letters", "letters.json")
                .saysFile("GET /api/invitations/letters/" + LETTER, "letter.json")
                .saysFile("GET /api/delegations/people", "people.json")
                .saysFile("GET /api/delegations/partners", "partners.json")
                .saysFile("GET /api/delegations/partners/" + BUSAN, "partner.json")
                .saysFile("GET /api/invitations/seat-books", "seat-books.json")
                .saysFile("GET /api/operations/facts", "facts.json")
                .saysFile("POST /api/delegations/previews", "delegation-previews.json")
                .saysFile("POST /api/invitations/previews", "invitation-previews.json")
                .saysFile("POST /api/logistics/previews", "logistics-previews.json")
                .saysFile("GET /api/delegations/imports", "imports.json")
                .saysFile("GET /api/delegations/imports/" + IMPORT, "import-checked.json")
                .saysFile("GET /api/delegations/imports/" + IMPORT + "/rows", "import-rows.json")
                .saysFile("GET /api/delegations/imports/" + IMPORT + "/delegations", "import-delegations.json")
                .saysFile("GET /api/delegations/imports/" + IMPORTED, "import-imported.json")
                .saysFile("GET /api/delegations/imports/" + IMPORTED + "/rows", "import-rows.json")
                .saysFile("GET /api/delegations/imports/" + IMPORTED + "/delegations", "import-delegations.json");
    }
}
