package cn.jinlin.standalone;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Jinlin.class.getPackage().getImplementationVersion())
                .orElse("built from source");
        return new String[]{"jinlin " + version};
    }
}
