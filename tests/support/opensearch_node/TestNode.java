import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/** One OpenSearch node with the modules that an archive needs: TestNode FOLDER, with FOLDER/config/opensearch.yml. */
public final class TestNode extends Node {
    private static final List<String> MODULES = List.of(
        "org.opensearch.transport.Netty4", "org.opensearch.analysis.common.CommonAnalysis",
        "org.opensearch.index.reindex.Reindex", "org.opensearch.index.mapper.MapperExtras");

    /** Takes what a release wants: OpenSearch 3 what is known of each module, OpenSearch 2 its class. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private TestNode(Environment environment, Collection modules) {
        super(environment, modules, true);
    }

    private static Collection<Object> modules() throws ClassNotFoundException {
        boolean classes = Version.CURRENT.major < 3;
        List<Object> modules = new ArrayList<>();
        for (String name : MODULES) {
            Class<?> module = Class.forName(name + (classes ? "Plugin" : "ModulePlugin"));
            modules.add(classes ? module : new PluginInfo(
                module.getName(), "on the class path", "NA", Version.CURRENT,
                System.getProperty("java.specification.version"), module.getName(), null, List.of(), false));
        }
        return modules;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        for (String folder : List.of("config", "data", "logs", "modules", "plugins")) {
            Files.createDirectories(home.resolve(folder));
        }
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            Settings.builder().put("path.home", home.toString()).build(), Map.of(), home.resolve("config"), () -> "node");
        Node node = new TestNode(environment, modules());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (Exception error) {
                error.printStackTrace();
            }
            stopped.countDown();
        }));
        node.start();
        stopped.await();
    }
}
