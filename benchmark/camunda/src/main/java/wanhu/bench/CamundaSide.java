package wanhu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/**
 * The life in Camunda 7, as its guide says for an engine inside a program: full history; no job
 * executor and no metrics, because nothing here needs them; large blocks of ids, because small ones
 * are a known brake. Comment and completion are one command, thus one transaction.
 */
public final class CamundaSide implements Side {
    private static final int CONNECTIONS = 24;
    private static final int IDS_A_BLOCK = 1_000;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private CamundaSide(Place place) {
        pool = place.pool(CONNECTIONS);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setIdBlockSize(IDS_A_BLOCK);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "life.bpmn",
                        Flow.model("http://camunda.org/schema/1.0/bpmn", Made.class))
                .deploy();
    }

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(CamundaSide::new);
    }

    /** Tells the thread which task was made, and gives it its group and deadline. */
    public static final class Made implements TaskListener {
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
        engine.getIdentityService().setAuthenticatedUserId("resident");
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
        engine.getIdentityService().setAuthenticatedUserId(who);
        var task = Flow.now().task();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(_ -> {
                    if (!words.isEmpty()) {
                        engine.getTaskService().createComment(task, life, words);
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
                                    .getAssignee()
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
                .includeAssignedTasks()
                .orderByDueDate()
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
