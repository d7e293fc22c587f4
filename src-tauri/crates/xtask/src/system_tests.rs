#![allow(clippy::unwrap_used)]
use super::*;

fn everything(family: Family, purpose: Purpose) -> Vec<&'static Need> {
    NEEDS
        .iter()
        .filter(|need| need.concerns(family, purpose))
        .collect()
}

fn names(family: Family, purpose: Purpose) -> Vec<&'static str> {
    packages(family, &everything(family, purpose), |_| true)
}

#[test]
fn a_distribution_is_known_by_its_id() {
    for (text, family) in [
        ("ID=debian\nVERSION_ID=\"12\"\n", Family::Debian),
        (
            "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n",
            Family::Debian,
        ),
        ("ID=fedora\n", Family::Fedora),
        ("NAME=\"Arch Linux\"\nID=arch\n", Family::Arch),
        (
            "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n",
            Family::Suse,
        ),
    ] {
        assert_eq!(Family::from_os_release(text), family, "{text:?}");
    }
}

#[test]
fn a_derived_distribution_is_known_by_what_it_is_like() {
    for (text, family) in [
        ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Family::Debian),
        (
            "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
            Family::Fedora,
        ),
        ("ID='manjaro'\nID_LIKE='arch'\n", Family::Arch),
        ("ID=nixos\n", Family::OtherLinux),
        ("", Family::OtherLinux),
    ] {
        assert_eq!(Family::from_os_release(text), family, "{text:?}");
    }
}

#[test]
fn version_id_is_not_mistaken_for_id() {
    assert_eq!(
        Family::from_os_release("VERSION_ID=arch\nID=debian\n"),
        Family::Debian
    );
}

#[test]
fn building_needs_less_than_testing() {
    let build = names(Family::Debian, Purpose::Build);
    let screen = names(Family::Debian, Purpose::Screen);
    let test = names(Family::Debian, Purpose::Test);
    assert_eq!(
        build,
        [
            "build-essential",
            "make",
            "perl",
            "pkg-config",
            "libwebkit2gtk-4.1-dev",
            "libayatana-appindicator3-dev",
            "librsvg2-dev",
            "libxdo-dev"
        ]
    );
    assert!(screen.starts_with(&build) && screen.contains(&"xvfb") && !screen.contains(&"strace"));
    assert!(
        test.starts_with(&screen)
            && test.contains(&"gnome-keyring")
            && test.contains(&"gir1.2-atspi-2.0")
    );
}

#[test]
fn each_linux_family_has_a_name_for_every_need() {
    for family in [Family::Debian, Family::Fedora, Family::Arch, Family::Suse] {
        for need in NEEDS.iter().filter(|need| need.name != "nasm") {
            assert!(
                need.concerns(family, Purpose::Test),
                "{family:?} has no package for {}",
                need.name
            );
            assert!(
                !need.why.is_empty(),
                "a person is told why {} is installed",
                need.name
            );
        }
    }
}

#[test]
fn windows_needs_perl_and_nasm_and_macos_the_command_line_tools() {
    assert_eq!(
        names(Family::Windows, Purpose::Test),
        ["StrawberryPerl.StrawberryPerl", "NASM.NASM"]
    );
    let macos = everything(Family::MacOs, Purpose::Test);
    assert_eq!(macos.len(), 3);
    assert_eq!(
        command(Family::MacOs, &[]).unwrap(),
        "xcode-select --install"
    );
}

#[test]
fn the_name_that_this_release_knows_is_taken() {
    let needs = everything(Family::Debian, Purpose::Test);
    let new = packages(Family::Debian, &needs, |name| name == "webkitgtk-webdriver");
    assert!(new.contains(&"webkitgtk-webdriver") && !new.contains(&"webkit2gtk-driver"));
    let none = packages(Family::Debian, &needs, |_| false);
    assert!(
        none.contains(&"webkit2gtk-driver"),
        "where nothing is known the first name is tried"
    );
}

#[test]
fn a_package_that_serves_two_needs_is_named_once() {
    let arch = names(Family::Arch, Purpose::Test);
    assert_eq!(
        arch.iter()
            .filter(|name| **name == "webkit2gtk-4.1")
            .count(),
        1
    );
}

#[test]
fn the_command_is_the_systems_own_and_safe_to_paste() {
    assert_eq!(
        command(Family::Debian, &["xvfb", "openbox"]).unwrap(),
        "sudo apt-get install --yes --no-install-recommends xvfb openbox"
    );
    assert_eq!(
        command(Family::Fedora, &["gcc", "pkgconfig(librsvg-2.0)"]).unwrap(),
        "sudo dnf install --assumeyes gcc 'pkgconfig(librsvg-2.0)'",
        "a shell must not read the parentheses"
    );
    assert_eq!(
        command(Family::Suse, &["/usr/bin/Xvfb"]).unwrap(),
        "sudo zypper --non-interactive install /usr/bin/Xvfb"
    );
    assert_eq!(
        command(Family::Arch, &["perl"]).unwrap(),
        "sudo pacman -S --needed --noconfirm perl"
    );
    assert_eq!(
        command(Family::Windows, &["NASM.NASM"]).unwrap(),
        "winget install --exact --id NASM.NASM"
    );
    assert_eq!(command(Family::OtherLinux, &["x"]), None);
}
