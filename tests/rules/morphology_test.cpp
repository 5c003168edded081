// The forms of verbs, and the faults of verb files.
#include "../../src/rules/morphology.hpp"
#include "../../src/rules/pack_data.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#ifndef KRONIEK_SOURCE_DIR
#define KRONIEK_SOURCE_DIR "."
#endif

using namespace kroniek;
namespace fs = std::filesystem;

namespace {

const fs::path dutch = fs::path(KRONIEK_SOURCE_DIR) / "src" / "packs" / "nl";

const std::vector<Verb>& dutch_verbs() {
  static std::vector<VerbFault> faults;
  static const std::vector<Verb> verbs = load_verbs(dutch, faults);
  for (const auto& fault : faults) FAIL_CHECK(fault.file << ":" << fault.line << ": " << fault.message);
  return verbs;
}

const Verb* find(const std::vector<Verb>& verbs, const std::string& lemma, const std::string& particle = "") {
  const auto found = std::find_if(verbs.begin(), verbs.end(),
                                  [&](const Verb& verb) { return verb.lemma == lemma && verb.particle == particle; });
  return found == verbs.end() ? nullptr : &*found;
}

// All forms but the infinitive, in the order of VerbForm; variants joined by "/", "-" for none.
std::string forms(const Verb& verb) {
  std::string result;
  for (int form = 0; form < static_cast<int>(VerbForm::infinitive); ++form) {
    std::string variants;
    for (const auto& inflected : verb.forms) {
      if (inflected.form == VerbForm(form)) variants += (variants.empty() ? "" : "/") + inflected.text;
    }
    result += (form == 0 ? "" : " ") + (variants.empty() ? "-" : variants);
  }
  return result;
}

// A pack folder with the Dutch morphology and verb files of its own.
class TemporaryPack {
 public:
  TemporaryPack() : folder_(fs::temp_directory_path() / ("kroniek-morphology-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "lexicon" / "verbs");
    fs::copy_file(dutch / "morphology.yaml", folder_ / "morphology.yaml");
  }
  TemporaryPack(const TemporaryPack&) = delete;
  TemporaryPack& operator=(const TemporaryPack&) = delete;
  ~TemporaryPack() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  void verbs(const std::string& text) const { write("lexicon/verbs/test.yaml", text); }

  // The verbs; every fault as "line:column message", in `faults`.
  std::vector<Verb> load() {
    std::vector<VerbFault> found;
    auto verbs = load_verbs(folder_, found);
    faults.clear();
    for (const auto& fault : found) {
      files.insert(fs::path(fault.file).filename().string());
      faults.push_back(std::to_string(fault.line) + ":" + std::to_string(fault.column) + " " + fault.message);
    }
    return verbs;
  }

  std::vector<std::string> faults;
  std::set<std::string> files;

 private:
  fs::path folder_;
};

bool starts(const std::string& text, const std::string& with) { return text.compare(0, with.size(), with) == 0; }

}  // namespace

TEST_CASE("morphology: every rule of Dutch spelling") {
  const std::vector<std::pair<std::string, std::string>> table{
      // the stem: doubled vowel, single consonant, f and s for v and z
      {"werken", "werk werkt werken werkte werkten gewerkt gewerkte werkend/werkende"},
      {"maken", "maak maakt maken maakte maakten gemaakt gemaakte makend/makende"},
      {"bellen", "bel belt bellen belde belden gebeld gebelde bellend/bellende"},
      {"leven", "leef leeft leven leefde leefden geleefd geleefde levend/levende"},
      {"reizen", "reis reist reizen reisde reisden gereisd gereisde reizend/reizende"},
      {"verhuizen", "verhuis verhuist verhuizen verhuisde verhuisden verhuisd verhuisde verhuizend/verhuizende"},
      {"duwen", "duw duwt duwen duwde duwden geduwd geduwde duwend/duwende"},
      {"roeien", "roei roeit roeien roeide roeiden geroeid geroeide roeiend/roeiende"},
      {"straffen", "straf straft straffen strafte straften gestraft gestrafte straffend/straffende"},
      {"lachen", "lach lacht lachen lachte lachten gelachen gelachen lachend/lachende"},
      {"faxen", "fax faxt faxen faxte faxten gefaxt gefaxte faxend/faxende"},
      {"eisen", "eis eist eisen eiste eisten geëist geëiste eisend/eisende"},
      {"dienen", "dien dient dienen diende dienden gediend gediende dienend/dienende"},
      {"delen", "deel deelt delen deelde deelden gedeeld gedeelde delend/delende"},
      {"verdelen", "verdeel verdeelt verdelen verdeelde verdeelden verdeeld verdeelde verdelend/verdelende"},
      // no stress on the last vowel
      {"handelen", "handel handelt handelen handelde handelden gehandeld gehandelde handelend/handelende"},
      {"tekenen", "teken tekent tekenen tekende tekenden getekend getekende tekenend/tekenende"},
      {"ademen", "adem ademt ademen ademde ademden geademd geademde ademend/ademende"},
      {"veroveren", "verover verovert veroveren veroverde veroverden veroverd veroverde veroverend/veroverende"},
      {"weigeren", "weiger weigert weigeren weigerde weigerden geweigerd geweigerde weigerend/weigerende"},
      {"oordelen", "oordeel oordeelt oordelen oordeelde oordeelden geoordeeld geoordeelde oordelend/oordelende"},
      {"sponsoren", "sponsor sponsort sponsoren sponsorde sponsorden gesponsord gesponsorde sponsorend/sponsorende"},
      // Latin and English verbs
      {"reageren", "reageer reageert reageren reageerde reageerden gereageerd gereageerde reagerend/reagerende"},
      {"informeren",
       "informeer informeert informeren informeerde informeerden geïnformeerd geïnformeerde informerend/informerende"},
      {"kopiëren", "kopieer kopieert kopiëren kopieerde kopieerden gekopieerd gekopieerde kopiërend/kopiërende"},
      {"creëren", "creëer creëert creëren creëerde creëerden gecreëerd gecreëerde creërend/creërende"},
      {"evalueren",
       "evalueer evalueert evalueren evalueerde evalueerden geëvalueerd geëvalueerde evaluerend/evaluerende"},
      {"financieren",
       "financier financiert financieren financierde financierden gefinancierd gefinancierde "
       "financierend/financierende"},
      {"racen", "race racet racen racete raceten geracet geracete racend/racende"},
      {"timen", "time timet timen timede timeden getimed getimede timend/timende"},
      {"updaten", "update updatet updaten updatete updateten geüpdatet geüpdatete updatend/updatende"},
      {"e-mailen", "e-mail e-mailt e-mailen e-mailde e-mailden ge-e-maild ge-e-mailde e-mailend/e-mailende"},
      {"pushen", "push pusht pushen pushte pushten gepusht gepushte pushend/pushende"},
      {"skiën", "ski skiet skiën skiede skieden geskied geskiede skiënd/skiënde"},
      // d and t
      {"antwoorden",
       "antwoord antwoordt antwoorden antwoordde antwoordden geantwoord geantwoorde antwoordend/antwoordende"},
      {"haten", "haat haat haten haatte haatten gehaat gehate hatend/hatende"},
      {"redden", "red redt redden redde redden gered geredde reddend/reddende"},
      {"zetten", "zet zet zetten zette zetten gezet gezette zettend/zettende"},
      {"gebeuren", "gebeur gebeurt gebeuren gebeurde gebeurden gebeurd gebeurde gebeurend/gebeurende"},
      {"beïnvloeden",
       "beïnvloed beïnvloedt beïnvloeden beïnvloedde beïnvloedden beïnvloed beïnvloede beïnvloedend/beïnvloedende"},
      // the participle: with and without ge-, with a diaeresis
      {"openen", "open opent openen opende openden geopend geopende openend/openende"},
      {"uiten", "uit uit uiten uitte uitten geuit geuite uitend/uitende"},
      {"ijken", "ijk ijkt ijken ijkte ijkten geijkt geijkte ijkend/ijkende"},
      {"erven", "erf erft erven erfde erfden geërfd geërfde ervend/ervende"},
      {"ergeren", "erger ergert ergeren ergerde ergerden geërgerd geërgerde ergerend/ergerende"},
      {"missen", "mis mist missen miste misten gemist gemiste missend/missende"},
      {"herbergen", "herberg herbergt herbergen herbergde herbergden geherbergd geherbergde herbergend/herbergende"},
      {"ontdekken", "ontdek ontdekt ontdekken ontdekte ontdekten ontdekt ontdekte ontdekkend/ontdekkende"},
      {"overtuigen",
       "overtuig overtuigt overtuigen overtuigde overtuigden overtuigd overtuigde overtuigend/overtuigende"},
      {"onderhandelen",
       "onderhandel onderhandelt onderhandelen onderhandelde onderhandelden onderhandeld onderhandelde "
       "onderhandelend/onderhandelende"},
      {"aanvaarden",
       "aanvaard aanvaardt aanvaarden aanvaardde aanvaardden aanvaard aanvaarde aanvaardend/aanvaardende"},
      {"waarschuwen",
       "waarschuw waarschuwt waarschuwen waarschuwde waarschuwden gewaarschuwd gewaarschuwde "
       "waarschuwend/waarschuwende"},
      // strong, irregular and modal
      {"spreken", "spreek spreekt spreken sprak spraken gesproken gesproken sprekend/sprekende"},
      {"bespreken", "bespreek bespreekt bespreken besprak bespraken besproken besproken besprekend/besprekende"},
      {"weerleggen", "weerleg weerlegt weerleggen weerlegde weerlegden weerlegd weerlegde weerleggend/weerleggende"},
      {"verbieden", "verbied verbiedt verbieden verbood verboden verboden verboden verbiedend/verbiedende"},
      {"gaan", "ga gaat gaan ging gingen gegaan gegane gaand/gaande"},
      {"zien", "zie ziet zien zag zagen gezien geziene ziend/ziende"},
      {"houden", "houd/hou houdt houden hield hielden gehouden gehouden houdend/houdende"},
      {"vragen", "vraag vraagt vragen vroeg vroegen gevraagd gevraagde vragend/vragende"},
      {"zeggen", "zeg zegt zeggen zei/zegde zeiden/zegden gezegd gezegde zeggend/zeggende"},
      {"zijn", "ben/wees is/bent/weest zijn was/ware waren geweest geweeste zijnd/zijnde"},
      {"hebben", "heb heeft/hebt hebben had hadden gehad gehadde hebbend/hebbende"},
      {"kunnen", "kan/kun kan/kunt kunnen kon konden gekund gekunde kunnend/kunnende"},
      {"zullen", "zal/zul zal/zult zullen zou/zoudt zouden - - zullend/zullende"},
      {"willen", "wil wil/wilt willen wilde/wou wilden/wouden gewild gewilde willend/willende"},
  };
  for (const auto& row : table) {
    const auto& lemma = row.first;
    const Verb* verb = find(dutch_verbs(), lemma);
    REQUIRE_MESSAGE(verb != nullptr, lemma);
    CHECK(forms(*verb) == row.second);
    CHECK(verb->base.empty());
    CHECK(verb->forms.back() == InflectedForm{lemma, VerbForm::infinitive});
  }
}

TEST_CASE("morphology: a separable verb has the forms of its base as one word") {
  const std::vector<std::vector<std::string>> table{
      {"opbellen", "op", "bellen", "opbel opbelt opbellen opbelde opbelden opgebeld opgebelde opbellend/opbellende"},
      {"overnemen", "over", "nemen",
       "overneem overneemt overnemen overnam overnamen overgenomen overgenomen overnemend/overnemende"},
      {"voorbereiden", "voor", "bereiden",
       "voorbereid voorbereidt voorbereiden voorbereidde voorbereidden voorbereid voorbereide "
       "voorbereidend/voorbereidende"},
      {"plaatsvinden", "plaats", "vinden",
       "plaatsvind plaatsvindt plaatsvinden plaatsvond plaatsvonden plaatsgevonden plaatsgevonden "
       "plaatsvindend/plaatsvindende"},
      {"toe-eigenen", "toe", "eigenen",
       "toe-eigen toe-eigent toe-eigenen toe-eigende toe-eigenden toegeëigend toegeëigende "
       "toe-eigenend/toe-eigenende"},
  };
  for (const auto& row : table) {
    const Verb* verb = find(dutch_verbs(), row[0], row[1]);
    REQUIRE_MESSAGE(verb != nullptr, row[0]);
    CHECK(verb->base == row[2]);
    CHECK(forms(*verb) == row[3]);
  }
  const Verb* separable = find(dutch_verbs(), "voorkomen", "voor");
  const Verb* inseparable = find(dutch_verbs(), "voorkomen");
  REQUIRE(separable != nullptr);
  REQUIRE(inseparable != nullptr);
  CHECK(forms(*separable) ==
        "voorkom voorkomt voorkomen voorkwam voorkwamen voorgekomen voorgekomen voorkomend/voorkomende");
  CHECK(forms(*inseparable) ==
        "voorkom voorkomt voorkomen voorkwam voorkwamen voorkomen voorkomen voorkomend/voorkomende");
}

TEST_CASE("morphology: the auxiliary of the perfect") {
  const auto perfect = [](const std::string& lemma, const std::string& particle = "") {
    const Verb* verb = find(dutch_verbs(), lemma, particle);
    REQUIRE_MESSAGE(verb != nullptr, lemma);
    return std::string(verb->perfect_zijn ? "zijn" : "") + (verb->perfect_hebben ? "hebben" : "");
  };
  CHECK(perfect("bellen") == "hebben");
  CHECK(perfect("vertrekken") == "zijn");
  CHECK(perfect("lopen") == "zijnhebben");
  CHECK(perfect("aankomen", "aan") == "zijn");  // as komen
  CHECK(perfect("aanvallen", "aan") == "hebben");
  CHECK(perfect("ondergaan") == "hebben");
  CHECK(perfect("ondergaan", "onder") == "zijn");
}

TEST_CASE("morphology: the Dutch lexicon is large, sorted and without repetition") {
  const auto& verbs = dutch_verbs();
  CHECK(verbs.size() > 9000);
  for (std::size_t i = 1; i < verbs.size(); ++i) {
    const auto key = [](const Verb& verb) { return std::pair(verb.lemma, verb.particle); };
    CHECK_MESSAGE(key(verbs[i - 1]) < key(verbs[i]), verbs[i].lemma);
  }
  for (const auto& verb : verbs) {
    std::set<std::pair<std::string, VerbForm>> seen;
    for (const auto& [text, form] : verb.forms) CHECK_MESSAGE(seen.emplace(text, form).second, verb.lemma);
    if (!verb.base.empty()) CHECK_MESSAGE(find(verbs, verb.base) != nullptr, verb.lemma);
  }
}

TEST_CASE("morphology: faults have their place, and the other verbs remain") {
  TemporaryPack pack;
  SUBCASE("an unknown section") {
    pack.verbs("weak:\n  regular: [bellen]\nstrong:\n  lopen: {}\n");
    CHECK(pack.load().size() == 1);
    REQUIRE(pack.faults.size() == 1);
    CHECK(pack.faults[0] == "3:1 unknown key 'strong'; known here: weak, irregular, prefixed, separable, perfect");
  }
  SUBCASE("an unknown key of a verb") {
    pack.verbs(
        "irregular:\n  komen: { present: [kom, komt], past: [kwam, kwamen], participle: gekomen }\n"
        "  lopen: { past: [liep, liepen], partciple: gelopen }\n");
    CHECK(pack.load().size() == 1);
    REQUIRE(pack.faults.size() == 1);
    CHECK(pack.faults[0] == "3:34 unknown key 'partciple'; known here: present, past, participle");
  }
  SUBCASE("an unknown class") {
    pack.verbs("weak:\n  heavy: [bellen]\n");
    CHECK(pack.load().empty());
    REQUIRE(pack.faults.size() == 1);
    CHECK(starts(pack.faults[0], "2:3 unknown key 'heavy'; known here: light, "));
  }
  SUBCASE("a base that is nowhere") {
    pack.verbs("weak:\n  regular: [bellen]\nseparable:\n  op: [bellen, schorten]\nprefixed:\n  be: [spreken]\n");
    CHECK(pack.load().size() == 2);
    REQUIRE(pack.faults.size() == 2);
    CHECK(pack.faults[0] == "4:16 no verb 'schorten' to make 'opschorten' of; add it to weak or irregular");
    CHECK(pack.faults[1] == "6:8 no verb 'spreken' to make 'bespreken' of; add it to weak or irregular");
  }
  SUBCASE("a verb that comes twice") {
    pack.verbs("weak:\n  regular:\n    - bellen\n    - werken\n    - bellen\n");
    CHECK(pack.load().size() == 2);
    REQUIRE(pack.faults.size() == 1);
    CHECK(pack.faults[0] == "5:7 'bellen' is already in test.yaml line 3; take one of the two out");
  }
  SUBCASE("a separable verb that comes twice") {
    pack.verbs("weak:\n  regular: [bellen]\nseparable:\n  op: [bellen,\n    bellen]\n");
    CHECK(pack.load().size() == 2);
    REQUIRE(pack.faults.size() == 1);
    CHECK(pack.faults[0] == "5:5 'opbellen' is already in test.yaml line 4; take one of the two out");
  }
  SUBCASE("a key that comes twice") {
    pack.verbs("weak:\n  regular: [bellen]\n  regular: [werken]\n");
    CHECK(pack.load().size() == 1);
    REQUIRE(pack.faults.size() == 1);
    CHECK(pack.faults[0] == "3:3 'regular' comes twice in weak; join the two or take one out");
  }
  SUBCASE("what is no infinitive") {
    pack.verbs("weak:\n  regular: [Bellen, werkt, maken]\n");
    CHECK(pack.load().size() == 1);
    REQUIRE(pack.faults.size() == 2);
    CHECK(pack.faults[0] == "2:13 'Bellen' is not an infinitive in lower case");
    CHECK(pack.faults[1] == "2:21 'werkt' is not an infinitive in lower case");
  }
  SUBCASE("a form that is no word") {
    pack.verbs("irregular:\n  lopen: { past: [Liep, liepen] }\n");
    CHECK(pack.load().empty());
    REQUIRE(pack.faults.size() == 1);
    CHECK(starts(pack.faults[0], "2:3 gives the form 'Liep', which is not a word"));
  }
  SUBCASE("a shape that is wrong") {
    pack.verbs("weak: [bellen]\nirregular:\n  lopen: liep\n  komen: { past: kwam }\n");
    CHECK(pack.load().empty());
    REQUIRE(pack.faults.size() == 3);
    CHECK(pack.faults[0] == "1:7 weak must be a map (key: value)");
    CHECK(pack.faults[1] == "3:10 an irregular verb must be a map (key: value)");
    CHECK(starts(pack.faults[2], "4:18 'past' must be a list of at most 2 forms"));
  }
  SUBCASE("the perfect of a verb that is nowhere") {
    pack.verbs("weak:\n  regular: [bellen]\nperfect:\n  zijn: [vertrekken]\n  sein: [bellen]\n");
    CHECK(pack.load().size() == 1);
    REQUIRE(pack.faults.size() == 2);
    CHECK(pack.faults[0] == "4:10 no verb 'vertrekken' in the lexicon; add it or mend this");
    CHECK(pack.faults[1] == "5:3 unknown key 'sein'; known here: zijn, hebben, both");
  }
  SUBCASE("no YAML") {
    pack.verbs("weak:\n  regular: [bellen\n");
    CHECK(pack.load().empty());
    REQUIRE(pack.faults.size() == 1);
    CHECK(starts(pack.faults[0], "3:1 not valid YAML: "));
  }
  SUBCASE("a morphology that does not hold") {
    pack.verbs("weak:\n  regular: [bellen]\n");
    pack.write("morphology.yaml", "stem:\n  - ['{V}n$', '']\n  - ['(', '']\nforma: {}\n");
    CHECK(pack.load().empty());
    REQUIRE(pack.faults.size() == 3);
    CHECK(pack.faults[0] == "2:6 {V} is not defined; add it to 'let' above its use");
    CHECK(starts(pack.faults[1], "3:6 not a regular expression: "));
    CHECK(starts(pack.faults[2], "4:1 unknown key 'forma'; known here: let, "));
    CHECK(pack.files == std::set<std::string>{"morphology.yaml"});
  }
}

TEST_CASE("morphology: a pack without verb files") {
  std::vector<VerbFault> faults;
  CHECK(load_verbs(dutch / "nowhere", faults).empty());
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].message == "has no verb files (*.yaml); a pack needs them");
  CHECK(faults[1].message == "cannot be read; a pack needs this file");
}

TEST_CASE("the verbs of another lexicon are those that their files give") {
  const fs::path dutch_pack = fs::path(KRONIEK_SOURCE_DIR) / "src" / "packs" / "nl";
  std::vector<Diagnostic> diagnostics;
  auto made = read_pack(dutch_pack, diagnostics);
  auto taken = read_pack(dutch_pack, diagnostics, &made);
  CHECK(diagnostics.empty());
  CHECK(made.lexicon.lexeme_count() > 9000);
  const auto told = [](const Lexicon& lexicon) {
    std::vector<std::string> all;
    for (FormId form = 1; form < lexicon.form_count(); ++form) {
      for (const auto& reading : lexicon.readings(form)) {
        if (reading.pos != Pos::verb) continue;
        const auto& verb = lexicon.lexeme(reading.lexeme);
        std::ostringstream out;
        out << lexicon.text(form) << ' ' << lexicon.lemma(reading.lexeme) << ' ' << int(reading.verb_form) << ' ' << int(reading.flags) << ' ' << verb.perfect_zijn << ' ' << lexicon.text(verb.particle) << ' ' << lexicon.lemma(verb.base);
        all.push_back(out.str());
      }
    }
    return all;
  };
  const auto of_files = told(made.lexicon), of_lexicon = told(taken.lexicon);
  CHECK(of_files.size() > 50000);
  CHECK(of_files == of_lexicon);
  CHECK(made.lexicon.form_count() == taken.lexicon.form_count());
}
