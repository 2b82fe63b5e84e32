import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** One OpenSearch node with the modules that an archive needs: TestNode FOLDER, with FOLDER/config/opensearch.yml. */
public final class TestNode extends Node {
    private static final List<Class<? extends Plugin>> MODULES = List.of(
        Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class, ReindexModulePlugin.class,
        MapperExtrasModulePlugin.class);

    private TestNode(Environment environment, List<PluginInfo> modules) {
        super(environment, modules, true);
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        for (String folder : List.of("config", "data", "logs", "modules", "plugins")) {
            Files.createDirectories(home.resolve(folder));
        }
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            Settings.builder().put("path.home", home.toString()).build(), Map.of(), home.resolve("config"), () -> "node");
        List<PluginInfo> modules = new ArrayList<>();
        for (Class<? extends Plugin> module : MODULES) {
            modules.add(new PluginInfo(module.getName(), "on the class path", "NA", Version.CURRENT,
                System.getProperty("java.specification.version"), module.getName(), null, List.of(), false));
        }
        Node node = new TestNode(environment, modules);
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
