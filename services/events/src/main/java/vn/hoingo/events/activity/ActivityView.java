package vn.hoingo.events.activity;

import java.util.UUID;
import vn.hoingo.events.event.EventView.WindowView;
import vn.hoingo.events.event.Words;

/**
 * An activity as the programme shows it.
 *
 * @param misfit true when the event moved away from it, so that a person must look
 */
record ActivityView(
        UUID id,
        long version,
        UUID eventId,
        Activity.Kind kind,
        Words name,
        WindowView window,
        String place,
        int capacity,
        Activity.Admission admission,
        boolean side,
        Activity.Status state,
        boolean misfit,
        int revision) {

    static ActivityView of(Activity activity) {
        Activity.Plan plan = activity.plan();
        return new ActivityView(
                activity.id().value(),
                activity.version(),
                activity.event().value(),
                plan.kind(),
                plan.name(),
                WindowView.of(plan.window()),
                plan.place(),
                plan.capacity(),
                plan.admission(),
                plan.side(),
                activity.status(),
                activity.isMisfit(),
                activity.revision());
    }
}
