/*
 * Builds the same sources against the real platform, without the stand-ins of ide-stubs: for those who can reach
 * JetBrains' repositories. What is tested without them, Maven builds (pom.xml).
 *
 *   (cd ../.. && npm install && npm run build)   the agent, which goes into the package
 *   gradle buildPlugin                           build/distributions/jira-language-server-….zip
 *   gradle verifyPlugin                          JetBrains' verifier, with the IDEs that are current
 *   gradle runIde                                an IDE with the plugin
 */
plugins {
    java
    id("org.jetbrains.intellij.platform") version "2.10.5"
}

group = "org.jiralanguageserver"
version = "0.1.0"

val agent = layout.projectDirectory.dir(System.getenv("JIRA_DIST") ?: "../../dist")
val schema = layout.projectDirectory.dir("../../docs/schema")

repositories {
    mavenCentral()
    intellijPlatform {
        defaultRepositories()
    }
}

dependencies {
    implementation("org.eclipse.lsp4j:org.eclipse.lsp4j:1.0.0")
    implementation("com.google.code.gson:gson:2.13.2")
    implementation("org.commonmark:commonmark:0.28.0")
    implementation("org.commonmark:commonmark-ext-gfm-tables:0.28.0")
    implementation("org.commonmark:commonmark-ext-gfm-strikethrough:0.28.0")
    compileOnly("org.jetbrains:annotations:26.1.0")

    intellijPlatform {
        create("IU", providers.gradleProperty("platformVersion").getOrElse("2025.3"))
        bundledPlugin("Git4Idea")
        bundledPlugin("com.intellij.tasks")
        pluginVerifier()
        zipSigner()
    }
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(21)
    }
}

sourceSets {
    main {
        java.setSrcDirs(listOf("core/src/main/java", "ui/src/main/java", "ide/src/main/java"))
        resources.setSrcDirs(listOf("core/src/main/resources", "ui/src/main/resources", "ide/src/main/resources"))
    }
    test {
        // The tests drive the agent and the honest Jira: Maven runs them.
        java.setSrcDirs(emptyList<String>())
        resources.setSrcDirs(emptyList<String>())
    }
}

intellijPlatform {
    buildSearchableOptions = false
    pluginConfiguration {
        version = project.version.toString()
        ideaVersion {
            sinceBuild = "253"
            untilBuild = provider { null }
        }
    }
    pluginVerification {
        ides {
            recommended()
        }
    }
}

tasks {
    withType<JavaCompile>().configureEach {
        options.encoding = "UTF-8"
        options.release = 17
    }
    processResources {
        from(schema) {
            include("jira-protocol.schema.json")
            into("schema")
        }
    }
    prepareSandbox {
        from(agent) {
            exclude("vscode/**", "*.vsix", "jetbrains/**", "**/*.map")
            into(pluginName.map { "$it/agent" })
        }
    }
}
