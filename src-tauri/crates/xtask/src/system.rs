//! What the system must have, how each thing is recognised, and what its package is called where.

use std::path::Path;
use std::process::Command;

use crate::tree;

/// Systems that name their packages alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Debian,
    Fedora,
    Arch,
    Suse,
    OtherLinux,
    MacOs,
    Windows,
}

impl Family {
    /// The family of this machine.
    pub(crate) fn here() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            let release = std::fs::read_to_string("/etc/os-release")
                .or_else(|_| std::fs::read_to_string("/usr/lib/os-release"));
            Self::from_os_release(&release.unwrap_or_default())
        }
    }

    /// Reads `ID` and, where that is unknown, `ID_LIKE` of os-release(5).
    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            text.lines()
                .find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='))
                .map(|value| value.trim_matches(['"', '\'']).to_ascii_lowercase())
                .unwrap_or_default()
        };
        let (id, like) = (value("ID"), value("ID_LIKE"));
        std::iter::once(id.as_str())
            .chain(like.split_whitespace())
            .find_map(|name| match name {
                "debian" | "ubuntu" => Some(Self::Debian),
                "fedora" | "rhel" | "centos" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                "suse" | "opensuse" | "opensuse-tumbleweed" | "opensuse-leap" | "sles" => {
                    Some(Self::Suse)
                }
                _ => None,
            })
            .unwrap_or(Self::OtherLinux)
    }

    fn is_linux(self) -> bool {
        !matches!(self, Self::MacOs | Self::Windows)
    }
}

/// What a thing is needed for. Testing needs everything that building needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    Build,
    /// Opening the window where there is no display.
    Screen,
    Test,
}

/// How a thing is recognised.
#[derive(Debug)]
enum Probe {
    /// One of these programs is in `PATH`.
    Program(&'static [&'static str]),
    /// pkg-config knows the module.
    Module(&'static str),
    /// One of these files exists.
    File(&'static [&'static str]),
    /// The command ends well.
    Runs(&'static [&'static str]),
}

impl Probe {
    fn holds(&self) -> bool {
        match self {
            Self::Program(names) => names.iter().any(|name| tree::find_program(name).is_some()),
            Self::Module(name) => {
                tree::succeeds(Command::new("pkg-config").args(["--exists", name]))
            }
            Self::File(paths) => paths.iter().any(|path| Path::new(path).exists()),
            Self::Runs([program, arguments @ ..]) => {
                tree::succeeds(Command::new(program).args(arguments))
            }
            Self::Runs([]) => true,
        }
    }
}

/// One thing the system must have. Package names are separated by spaces; `a|b` is whichever of the two the
/// distribution's release knows. An empty name: the family has it without asking, or does not need it.
#[derive(Debug)]
pub(crate) struct Need {
    purpose: Purpose,
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
    probe: Probe,
    debian: &'static str,
    /// Fedora and openSUSE: both package managers take the path of a program and the name of a pkg-config module.
    rpm: &'static str,
    arch: &'static str,
    windows: &'static str,
}

const LINUX: Need = Need {
    purpose: Purpose::Build,
    name: "",
    why: "",
    probe: Probe::Runs(&[]),
    debian: "",
    rpm: "",
    arch: "",
    windows: "",
};

const NEEDS: &[Need] = &[
    Need {
        name: "C compiler",
        why: "compiles SQLCipher and OpenSSL",
        probe: Probe::Program(&["cc", "gcc", "clang"]),
        debian: "build-essential",
        rpm: "gcc",
        arch: "base-devel",
        ..LINUX
    },
    Need {
        name: "make",
        why: "builds OpenSSL",
        probe: Probe::Program(&["make"]),
        debian: "make",
        rpm: "make",
        arch: "base-devel",
        ..LINUX
    },
    Need {
        name: "perl",
        why: "configures OpenSSL",
        // A bare interpreter is not enough: slim images have one without these modules.
        probe: Probe::Runs(&[
            "perl",
            "-MFindBin",
            "-MFile::Compare",
            "-MIPC::Cmd",
            "-MTime::Piece",
            "-e",
            "1",
        ]),
        debian: "perl",
        rpm: "perl",
        arch: "perl",
        windows: "StrawberryPerl.StrawberryPerl",
        ..LINUX
    },
    Need {
        name: "nasm",
        why: "assembles OpenSSL on Windows",
        probe: Probe::Program(&["nasm"]),
        windows: "NASM.NASM",
        ..LINUX
    },
    Need {
        name: "pkg-config",
        why: "finds the libraries below",
        probe: Probe::Program(&["pkg-config", "pkgconf"]),
        debian: "pkg-config",
        rpm: "/usr/bin/pkg-config",
        arch: "pkgconf",
        ..LINUX
    },
    Need {
        name: "WebKitGTK 4.1",
        why: "draws the window",
        probe: Probe::Module("webkit2gtk-4.1"),
        debian: "libwebkit2gtk-4.1-dev",
        rpm: "pkgconfig(webkit2gtk-4.1)",
        arch: "webkit2gtk-4.1",
        ..LINUX
    },
    Need {
        name: "Ayatana AppIndicator",
        why: "draws the tray's icon and menu",
        probe: Probe::Module("ayatana-appindicator3-0.1"),
        debian: "libayatana-appindicator3-dev",
        rpm: "pkgconfig(ayatana-appindicator3-0.1)",
        arch: "libayatana-appindicator",
        ..LINUX
    },
    Need {
        name: "librsvg",
        why: "draws icons",
        probe: Probe::Module("librsvg-2.0"),
        debian: "librsvg2-dev",
        rpm: "pkgconfig(librsvg-2.0)",
        arch: "librsvg",
        ..LINUX
    },
    Need {
        name: "libxdo",
        why: "serves the window's menus",
        probe: Probe::File(&["/usr/include/xdo.h", "/usr/local/include/xdo.h"]),
        debian: "libxdo-dev",
        rpm: "libxdo-devel",
        arch: "xdotool",
        ..LINUX
    },
    Need {
        purpose: Purpose::Screen,
        name: "Xvfb",
        why: "is the display on which the window is opened out of sight",
        probe: Probe::Program(&["Xvfb"]),
        debian: "xvfb",
        rpm: "/usr/bin/Xvfb",
        arch: "xorg-server-xvfb",
        ..LINUX
    },
    Need {
        purpose: Purpose::Screen,
        name: "openbox",
        why: "manages windows on that display",
        probe: Probe::Program(&["openbox"]),
        debian: "openbox",
        rpm: "/usr/bin/openbox",
        arch: "openbox",
        ..LINUX
    },
    Need {
        purpose: Purpose::Screen,
        name: "xdotool",
        why: "finds the window, moves the mouse and types",
        probe: Probe::Program(&["xdotool"]),
        debian: "xdotool",
        rpm: "/usr/bin/xdotool",
        arch: "xdotool",
        ..LINUX
    },
    Need {
        purpose: Purpose::Screen,
        name: "dbus-run-session",
        why: "gives tray, keyring and accessibility a bus of their own",
        probe: Probe::Program(&["dbus-run-session"]),
        debian: "dbus",
        rpm: "/usr/bin/dbus-run-session",
        arch: "dbus",
        ..LINUX
    },
    Need {
        purpose: Purpose::Screen,
        name: "ImageMagick",
        why: "takes screenshots",
        probe: Probe::Program(&["import"]),
        debian: "imagemagick",
        rpm: "/usr/bin/import",
        arch: "imagemagick",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "WebKitWebDriver",
        why: "drives the real window in tests",
        probe: Probe::Program(&["WebKitWebDriver"]),
        debian: "webkit2gtk-driver|webkitgtk-webdriver",
        rpm: "/usr/bin/WebKitWebDriver",
        arch: "webkit2gtk-4.1",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "setxkbmap",
        why: "lays the keyboard that tests type on",
        probe: Probe::Program(&["setxkbmap"]),
        debian: "x11-xkb-utils",
        rpm: "/usr/bin/setxkbmap",
        arch: "xorg-setxkbmap",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "dbus-daemon",
        why: "is the bus of a test's desktop",
        probe: Probe::Program(&["dbus-daemon"]),
        debian: "dbus",
        rpm: "/usr/bin/dbus-daemon",
        arch: "dbus",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "dbus-send",
        why: "speaks on that bus",
        probe: Probe::Program(&["dbus-send"]),
        debian: "dbus",
        rpm: "/usr/bin/dbus-send",
        arch: "dbus",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "gnome-keyring",
        why: "is the real keyring daemon of the keyring journey",
        probe: Probe::Program(&["gnome-keyring-daemon"]),
        debian: "gnome-keyring",
        rpm: "/usr/bin/gnome-keyring-daemon",
        arch: "gnome-keyring",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "AT-SPI",
        why: "reads the window as a screen reader does",
        probe: Probe::File(&[
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi-bus-launcher",
            "/usr/libexec/at-spi2/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
        ]),
        debian: "at-spi2-core",
        rpm: "at-spi2-core",
        arch: "at-spi2-core",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "Tesseract",
        why: "reads the pictures of tickets in tests; the app does without",
        probe: Probe::Program(&["tesseract"]),
        debian: "tesseract-ocr",
        rpm: "/usr/bin/tesseract",
        arch: "tesseract tesseract-data-eng",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "Tesseract's French",
        why: "reads the pictures of French tickets",
        probe: Probe::File(&[
            "/usr/share/tesseract-ocr/5/tessdata/fra.traineddata",
            "/usr/share/tesseract-ocr/4.00/tessdata/fra.traineddata",
            "/usr/share/tesseract/tessdata/fra.traineddata",
            "/usr/share/tessdata/fra.traineddata",
        ]),
        debian: "tesseract-ocr-fra",
        rpm: "tesseract-langpack-fra",
        arch: "tesseract-data-fra",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "strace",
        why: "shows that no process of the app opens a network socket",
        probe: Probe::Program(&["strace"]),
        debian: "strace",
        rpm: "/usr/bin/strace",
        arch: "strace",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "Python's GTK 3 and AT-SPI",
        why: "drags files on to the window and asks it what it shows",
        // The system's own interpreter: the bindings are not for another one that comes first in PATH.
        probe: Probe::Runs(&[
            "/usr/bin/python3",
            "-c",
            "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('Atspi', '2.0')",
        ]),
        debian: "python3-gi gir1.2-gtk-3.0 gir1.2-atspi-2.0",
        rpm: "python3-gobject gtk3 at-spi2-core",
        arch: "python-gobject gtk3 at-spi2-core",
        ..LINUX
    },
    Need {
        purpose: Purpose::Test,
        name: "Chromium",
        why: "shows the interface by itself, without the app",
        probe: Probe::Program(&["chromium", "chromium-browser", "google-chrome"]),
        debian: "chromium|chromium-browser",
        rpm: "chromium",
        arch: "chromium",
        ..LINUX
    },
];

impl Need {
    /// The package's names on this family; empty where there is nothing to install.
    fn packages(&self, family: Family) -> &'static str {
        match family {
            Family::Debian => self.debian,
            Family::Fedora | Family::Suse => self.rpm,
            Family::Arch => self.arch,
            Family::Windows => self.windows,
            Family::OtherLinux | Family::MacOs => "",
        }
    }

    fn concerns(&self, family: Family, purpose: Purpose) -> bool {
        let on_this_system = match family {
            // Apple's command line tools are one package; its web view has no driver.
            Family::MacOs => matches!(self.name, "C compiler" | "make" | "perl"),
            Family::OtherLinux => !self.debian.is_empty(),
            _ => !self.packages(family).is_empty(),
        };
        on_this_system && self.purpose <= purpose
    }
}

/// What this machine lacks for the purpose.
pub(crate) fn missing(family: Family, purpose: Purpose) -> Vec<&'static Need> {
    NEEDS
        .iter()
        .filter(|need| need.concerns(family, purpose) && !need.probe.holds())
        .collect()
}

/// The packages to install for these needs, each once. `known` says whether the package manager knows a name.
pub(crate) fn packages(
    family: Family,
    needs: &[&Need],
    known: impl Fn(&str) -> bool,
) -> Vec<&'static str> {
    let mut names = Vec::new();
    for package in needs
        .iter()
        .flat_map(|need| need.packages(family).split_whitespace())
    {
        let first = package.split('|').next().unwrap_or(package);
        let name = if package == first {
            first
        } else {
            package.split('|').find(|name| known(name)).unwrap_or(first)
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The command that installs these packages, as a person types it. `None` where we do not know the system.
pub(crate) fn command(family: Family, packages: &[&str]) -> Option<String> {
    let quoted: Vec<String> = packages
        .iter()
        .map(|name| {
            if name.contains('(') {
                format!("'{name}'")
            } else {
                (*name).to_owned()
            }
        })
        .collect();
    let names = quoted.join(" ");
    match family {
        Family::Debian => Some(format!(
            "apt-get install --yes --no-install-recommends {names}"
        )),
        Family::Fedora => Some(format!("dnf install --assumeyes {names}")),
        Family::Suse => Some(format!("zypper --non-interactive install {names}")),
        Family::Arch => Some(format!("pacman -S --needed --noconfirm {names}")),
        Family::MacOs => Some("xcode-select --install".to_owned()),
        Family::Windows => Some(
            packages
                .iter()
                .map(|name| format!("winget install --exact --id {name}"))
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        Family::OtherLinux => None,
    }
    .map(|command| {
        if family.is_linux() {
            format!("sudo {command}")
        } else {
            command
        }
    })
}

/// The commands that install Node of the 20 line. Distributions often carry an older one.
pub(crate) fn node_commands(family: Family) -> &'static str {
    match family {
        Family::Debian => {
            "curl -fsSL https://deb.nodesource.com/setup_20.x | sudo -E bash -\nsudo apt-get install --yes nodejs"
        }
        Family::Fedora => "sudo dnf install --assumeyes nodejs20 nodejs20-npm",
        Family::Suse => "sudo zypper --non-interactive install nodejs20 npm20",
        Family::Arch => "sudo pacman -S --needed nodejs-lts-iron npm",
        Family::MacOs => "brew install node@20 && brew link --overwrite node@20",
        Family::Windows => "winget install --exact --id OpenJS.NodeJS.20",
        Family::OtherLinux => "see https://nodejs.org/en/download (version 20, \"Iron\")",
    }
}

#[cfg(test)]
#[path = "system_tests.rs"]
mod tests;
