package vn.hoingo.delegations.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which one name comes into Latin letters. Each brings the ways of its language to one; Korean and Chinese names by their
 * surname, wherever it stands, and the syllables that are left, together or apart.
 */
enum Romanisation {
    KOREAN(Likeness.KOREAN_ROMANISATION, Set.of("KR", "KP")) {
        @Override
        boolean isOneName(List<String> one, List<String> other) {
            return bySurname(one, other, KOREAN_SURNAMES, Romanisation::korean);
        }
    },
    CHINESE(Likeness.CHINESE_ROMANISATION, Set.of("CN", "TW", "HK", "MO", "SG", "MY")) {
        @Override
        boolean isOneName(List<String> one, List<String> other) {
            return bySurname(one, other, CHINESE_SURNAMES, Romanisation::chinese);
        }
    },
    CYRILLIC(Likeness.CYRILLIC_ROMANISATION, Set.of("RU", "BY", "UA", "KZ", "BG", "KG", "UZ", "TJ", "MD", "RS")) {
        @Override
        boolean isOneName(List<String> one, List<String> other) {
            List<String> mine =
                    one.stream().map(Romanisation::cyrillic).sorted().toList();
            List<String> theirs =
                    other.stream().map(Romanisation::cyrillic).sorted().toList();
            return mine.equals(theirs)
                    || mine.size() != theirs.size()
                            && without(one).equals(without(other))
                            && without(one).size() > 1;
        }

        /** A name with or without its patronymic. */
        private List<String> without(List<String> name) {
            return name.stream()
                    .filter(part -> !part.matches(".*(vich|vitch|wicz|vna|ovich|ichna)"))
                    .map(Romanisation::cyrillic)
                    .sorted()
                    .toList();
        }
    };

    private static final Map<String, Set<String>> KOREAN_SURNAMES = surnames("""
            kim gim|lee yi rhee ri i li|park pak bak pahk|choi choe chwe|jung jeong chung cheong|kang gang|cho jo|yoon yun youn|jang chang
            |lim im rim yim|han hahn|oh o|seo suh so|shin sin|kwon gwon kwun|hwang whang|ahn an|song|yoo yu ryu you|hong|jeon chun jun chon
            |ko go koh goh|moon mun|yang|son sohn|bae pae|baek paik back paek|heo hur huh her|nam|shim sim|noh no roh rho|ha|kwak gwak
            |sung seong|cha|joo ju chu|woo u wu|koo gu ku goo|na ra|min|jin chin|ji chi|eom um uhm|won weon|bang pang|kong gong|hyun hyeon
            |ham|byun byeon|yeom youm|yeo yuh|choo|do toh|seok suk|sun seon|wang|gil kil|tak tahk|pyo|myung myeong|ki gi|ban pan|mo|guk kook
            """);

    private static final Map<String, Set<String>> CHINESE_SURNAMES = surnames("""
            wang wong ong heng|li lee lei|zhang chang cheung teo chong|liu lau liew low|chen chan tan chin tran|yang yeung yeo yong|huang wong ng oei hwang
            |zhao chao chiu teoh|wu ng woo goh|zhou chou chow chew|xu hsu tsui chui hui koh|sun suen soon|ma mah|zhu chu choo|hu woo wu oh|guo kuo kwok quek
            |he ho hoh|lin lam lim|gao kao ko|luo lo law|zheng cheng tay tee|liang leung neo|xie hsieh tse cheah|song sung soong|tang tong
            |deng teng tang|han hon|feng fung foong|cao tsao cho chao|peng pang phang|zeng tseng tsang chan|xiao hsiao siu siew seow|tian tien tin
            |dong tung toong|yuan yuen|pan poon phua|yu yue yee|jiang chiang kiang keung|cai tsai choi chua|jia chia|ding ting|wei ngai
            |xue hsueh sit|ye yeh yip yap|yan yen ngan|du tu to|dai tai|xia hsia ha|zhong chung|wang|fan|fang fong hong|shi shih sze|yao yiu|tan tam
            |liao liu liew|zou tsou chow|xiong hsiung hung|jin chin kam|lu loo|hao|kong hung|bai pai pak|cui tsui|kang hong|mao mo|qiu chiu yau khoo|qin chin chun tsin
            |jiang chiang|shen sham sim|su so soh|lai|tao to|hou hau|gu ku koo|meng mang|long lung loong|wan man|duan tuan|qian chien chin|tu|ni|shao shiu|mei mui
            """);

    private final Likeness likeness;
    private final Set<String> nations;

    Romanisation(Likeness likeness, Set<String> nations) {
        this.likeness = likeness;
        this.nations = nations;
    }

    abstract boolean isOneName(List<String> one, List<String> other);

    Likeness likeness() {
        return likeness;
    }

    boolean isPossible(@Nullable String nationality) {
        return nationality == null || nations.contains(nationality);
    }

    private interface Way {
        String of(String part);
    }

    /** Each way of a surname leads to those that it may stand for; the first of a line is its name. */
    private static Map<String, Set<String>> surnames(String lines) {
        Map<String, Set<String>> all = new HashMap<>();
        for (String line : lines.split("\\|")) {
            List<String> ways = Arrays.stream(line.strip().split("\\s+")).toList();
            ways.forEach(
                    way -> all.computeIfAbsent(way, first -> new HashSet<>()).add(ways.getFirst()));
        }
        return all;
    }

    private static boolean bySurname(List<String> one, List<String> other, Map<String, Set<String>> surnames, Way way) {
        Set<String> mine = keys(one, surnames, way);
        mine.retainAll(keys(other, surnames, way));
        return !mine.isEmpty();
    }

    /** A surname stands first or last; what is left is the given name, in its order. */
    private static Set<String> keys(List<String> name, Map<String, Set<String>> surnames, Way way) {
        Set<String> keys = new HashSet<>();
        if (name.size() < 2) {
            return keys;
        }
        for (int at : new int[] {0, name.size() - 1}) {
            List<String> given = new ArrayList<>(name);
            String surname = given.remove(at);
            StringBuilder rest = new StringBuilder();
            given.forEach(part -> rest.append(way.of(part)));
            surnames.getOrDefault(surname, Set.of()).forEach(known -> keys.add(known + " " + rest));
        }
        return keys;
    }

    private static String korean(String part) {
        return part.replace("yeo", "yu")
                .replace("youn", "yun")
                .replace("oung", "ung")
                .replaceAll("eo(?=(ng|n|k|l|g|b)([^aeiouy]|$))", "u")
                .replaceAll("w(oo|u)", "u")
                .replace("weo", "wo")
                .replace("oo", "u")
                .replace("ee", "i")
                .replace("eu", "u")
                .replaceAll("(?<=h)ui", "i")
                .replaceAll("(?<=[aeou])h(?=$|[^aeiouy])", "")
                .replace("ai", "ae")
                .replace("ch", "j")
                .replace('k', 'g')
                .replace('t', 'd')
                .replace('p', 'b')
                .replaceAll("(.)\\1", "$1");
    }

    private static String chinese(String part) {
        return part.replaceAll("^i(?!ng)", "yi")
                .replaceAll("^ing", "ying")
                .replaceAll("^jen", "ren")
                .replaceAll("^jui", "rui")
                .replaceAll("^jung", "rong")
                .replaceAll("(tz|ts|sz|ss)u(?![aeiou])", "$1i")
                .replace("hs", "x")
                .replaceAll("sz|ss", "s")
                .replaceAll("t[sz]", "z")
                .replaceAll("ch|zh|q", "j")
                .replaceAll("c(?!h)", "z")
                .replace("ieh", "ie")
                .replace("ien", "ian")
                .replace("yen", "yan")
                .replace("ueh", "ue")
                .replace("uei", "ui")
                .replaceAll("ih(?=$|[^aeiou])", "i")
                .replace("ung", "ong")
                .replace("you", "yu")
                .replace('k', 'g')
                .replace('t', 'd')
                .replace('p', 'b')
                .replaceAll("([hg])o(?![nu])", "$1e");
    }

    private static String cyrillic(String part) {
        return part.replaceAll("iya|iia|ija", "ia")
                .replaceAll("shtch|shch|stsch|schtsch|sch", "s")
                .replaceAll("tsch|tch|ch", "c")
                .replace("sh", "s")
                .replace("zh", "z")
                .replace("kh", "h")
                .replaceAll("t[sz]", "c")
                .replaceAll("iou|[iyj]u", "u")
                .replaceAll("[iyj]a", "a")
                .replaceAll("[iyj]o", "e")
                .replaceAll("[yj]e|ie", "e")
                .replace('w', 'v')
                .replace("x", "ks")
                .replaceAll("f+$", "v")
                .replaceAll("[eiyj]+$", "i")
                .replaceAll("[yj]", "i")
                .replace("ck", "k")
                .replace("ander", "andr")
                .replaceAll("gu(?=[ei])", "g")
                .replaceAll("(.)\\1+", "$1");
    }
}
