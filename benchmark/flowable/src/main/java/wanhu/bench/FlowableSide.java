package wanhu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.service.delegate.DelegateTask;

/**
 * The life in Flowable, as its guide says for an engine inside a program: full history; no job
 * executor, no users of its own and no event registry, because nothing here needs them. Comment and
 * completion are one command, thus one transaction.
 */
public final class FlowableSide implements Side {
    private static final int CONNECTIONS = 24;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private FlowableSide(Place place) {
        pool = place.pool(CONNECTIONS);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("life.bpmn20.xml", Flow.model("http://flowable.org/bpmn", Made.class))
                .deploy();
    }

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(FlowableSide::new);
    }

    /** Tells the thread which task was made, and gives it its group and deadline. */
    public static final class Made implements TaskListener {
        private static final long serialVersionUID = 1L;

        @Override
        public void notify(DelegateTask task) {
            var flow = Flow.now();
            flow.made(task.getId());
            task.addCandidateGroup(flow.group(task.getTaskDefinitionKey()));
            task.setDueDate(flow.due(task.getTaskDefinitionKey()));
        }
    }

    @Override
    public String live(int steps, Laps laps) {
        var flow = Flow.begin();
        var story = flow.story();
        Authentication.setAuthenticatedUserId("resident");
        var variables = new HashMap<String, Object>();
        variables.put("title", Story.TITLE);
        variables.put("body", Story.BODY);
        variables.put("place", Story.WHERE);
        variables.put("name", Story.NAME);
        variables.put("phone", story.phone());
        var life = engine.getRuntimeService().startProcessInstanceByKey(Flow.KEY, variables).getId();
        laps.lap();
        for (int step = 2; step <= steps; step++) {
            switch (step) {
                case 2 -> complete(life, "v" + story.village(), Story.TRIED, Map.of());
                case 3 -> complete(life, "t" + story.township(), Story.INSTRUCTION, Map.of());
                case 4 -> engine.getTaskService().claim(flow.task(), "d" + story.department());
                case 5 ->
                        complete(
                                life,
                                "d" + story.department(),
                                Story.ANSWER,
                                Map.of("answer", Story.ANSWER));
                case 6 -> complete(life, "t" + story.township(), Story.CHECKED, Map.of());
                default -> complete(life, "resident", Story.THANKS, Map.of("grade", 4));
            }
            laps.lap();
        }
        return life;
    }

    private void complete(String life, String who, String words, Map<String, Object> variables) {
        Authentication.setAuthenticatedUserId(who);
        var task = Flow.now().task();
        engine.getManagementService()
                .executeCommand(_ -> {
                    if (!words.isEmpty()) {
                        engine.getTaskService().addComment(task, life, words);
                    }
                    engine.getTaskService().complete(task, variables);
                    return null;
                });
    }

    @Override
    public List<String> wrong(List<String> lives) {
        var wrong = new ArrayList<String>();
        for (var life : lives) {
            var history = engine.getHistoryService();
            var ended = history.createHistoricProcessInstanceQuery().processInstanceId(life).finished();
            var tasks = history.createHistoricTaskInstanceQuery().processInstanceId(life).finished();
            var grade =
                    history.createHistoricVariableInstanceQuery()
                            .processInstanceId(life)
                            .variableName("grade")
                            .singleResult();
            boolean claimed =
                    history.createHistoricTaskInstanceQuery()
                                    .processInstanceId(life)
                                    .taskDefinitionKey("department")
                                    .singleResult()
                                    .getClaimTime()
                            != null;
            if (ended.count() != 1
                    || tasks.count() != 5
                    || !claimed
                    || grade == null
                    || !Integer.valueOf(4).equals(grade.getValue())
                    || engine.getTaskService().getProcessInstanceComments(life).size() < 4
                    || engine.getRuntimeService().createExecutionQuery().processInstanceId(life).count() > 0) {
                wrong.add(life);
            }
        }
        return wrong;
    }

    @Override
    public List<Long> list(Scope scope) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupIn(Flow.groups(scope))
                .ignoreAssigneeValue()
                .orderByTaskDueDate()
                .asc()
                .listPage(0, Flow.ROWS)
                .stream()
                .map(Task::getDueDate)
                .map(java.util.Date::getTime)
                .toList();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
