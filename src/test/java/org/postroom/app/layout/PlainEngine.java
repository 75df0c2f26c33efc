package org.postroom.app.layout;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Renders template records as the application does, without starting it. */
final class PlainEngine {
    private final Engine engine =
            Engine.builder()
                    .addDefaults()
                    .strictRendering(true)
                    .addValueResolver(recordMethods())
                    .addValueResolver(new ReflectionValueResolver())
                    .addSectionHelper(new UserTagSectionHelper.Factory("icon", "tags/icon"))
                    .addSectionHelper(new UserTagSectionHelper.Factory("fields", "tags/fields"))
                    .addSectionHelper(new UserTagSectionHelper.Factory("marked", "tags/marked"))
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .addNamespaceResolver(bundle("msg", Messages.class))
                    .addNamespaceResolver(bundle("page", PageMessages.class))
                    .addNamespaceResolver(bundle("account", AccountSentences.class))
                    .addNamespaceResolver(bundle("script", ScriptMessages.class))
                    .addNamespaceResolver(
                            NamespaceResolver.builder("global")
                                    .resolve(_ -> Assets.assets())
                                    .build())
                    .addLocator(PlainEngine::locate)
                    .build();

    /** The text of a record that names its template by its package and class. */
    String render(TemplateInstance view) {
        var type = view.getClass();
        var folder = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        var instance = engine.getTemplate(folder + "/" + type.getSimpleName()).instance();
        for (RecordComponent part : type.getRecordComponents()) {
            instance.data(part.getName(), call(view, part.getAccessor()));
        }
        return instance.render();
    }

    /** A line of template with a number {@code n} and its text {@code t}. */
    static String text(String line, long n, String t) {
        return new PlainEngine().engine.parse(line).data("n", n, "t", t).render();
    }

    /** A text file of the class path. */
    static String resource(String path) {
        try (InputStream in = requireNonNull(PlainEngine.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        var path = "/templates/" + id + ".html";
        var found = PlainEngine.class.getResource(path);
        return found == null ? Optional.empty() : Optional.of(new Location(path));
    }

    private record Location(String path) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(resource(path));
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }

    /** A component that is null is an answer, not a missing property. */
    private static ValueResolver recordMethods() {
        return ValueResolver.builder()
                .appliesTo(context -> method(context).isPresent())
                .resolveSync(context -> call(context.getBase(), method(context).orElseThrow()))
                .build();
    }

    private static Optional<Method> method(EvalContext context) {
        if (!(context.getBase() instanceof Record) || !context.getParams().isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(context.getBase().getClass().getMethods())
                .filter(m -> m.getName().equals(context.getName()))
                .filter(m -> m.getParameterCount() == 0)
                .findFirst();
    }

    private NamespaceResolver bundle(String namespace, Class<?> type) {
        return NamespaceResolver.builder(namespace)
                .resolveAsync(context -> message(type, context))
                .build();
    }

    private CompletionStage<Object> message(Class<?> type, EvalContext context) {
        var method =
                Arrays.stream(type.getMethods())
                        .filter(m -> m.getName().equals(context.getName()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(context.getName()));
        var template = engine.parse(method.getAnnotation(Message.class).value()).instance();
        var values = new ArrayList<Object>();
        for (var expression : context.getParams()) {
            values.add(context.evaluate(expression).toCompletableFuture().join());
        }
        for (var i = 0; i < method.getParameterCount(); i++) {
            template.data(method.getParameters()[i].getName(), values.get(i));
        }
        return CompletableFuture.completedFuture(template.render());
    }

    private static @Nullable Object call(Object target, Method method) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
