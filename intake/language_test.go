package intake

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, name, text string }{
		{"en", "", "The two presidents met in Helsinki on Monday. They spoke for two hours and then told the press about it."},
		{"en", "", "A motorcycle bomb explosion near a police station in Piendamó, Cauca Department, Colombia, injures 19 civilians."},
		{"en", "", "A boat carrying migrants capsizes near Dakhla on its way to Spain's Canary Islands, killing at least 50 people."},
		{"en", "", "In association football, Paris Saint-Germain defeat AJ Auxerre to become Ligue 1 champions for the thirteenth time."},
		{"", "", "Summit in Geneva"},
		{"", "", "Vladimir Putin, Joe Biden, Sergei Lavrov, Antony Blinken"},
		{"fr", "French", "Le président russe et son homologue américain se sont rencontrés mercredi à Genève. Ils ont parlé pendant plus de trois heures de la sécurité, des cyberattaques et du sort des prisonniers, puis chacun a tenu sa propre conférence de presse."},
		{"de", "German", "Der russische Präsident und sein amerikanischer Kollege trafen sich am Mittwoch in Genf. Sie sprachen mehr als drei Stunden über Sicherheit, Angriffe im Netz und das Los der Gefangenen und gaben dann getrennte Pressekonferenzen."},
		{"es", "Spanish", "El presidente ruso y su homólogo estadounidense se reunieron el miércoles en Ginebra. Hablaron más de tres horas sobre la seguridad, los ataques informáticos y la suerte de los presos, y luego dieron conferencias de prensa por separado."},
		{"nl", "Dutch", "De Russische president en zijn Amerikaanse ambtgenoot ontmoetten elkaar woensdag in Genève. Ze spraken meer dan drie uur over veiligheid, aanvallen op netwerken en het lot van de gevangenen en gaven daarna aparte persconferenties."},
		{"ru", "Russian", "Президент России и его американский коллега встретились в среду в Женеве и говорили более трёх часов."},
		{"ar", "Arabic", "التقى الرئيس الروسي ونظيره الأمريكي يوم الأربعاء في جنيف وتحدثا لأكثر من ثلاث ساعات"},
		{"zh", "Mandarin", "俄罗斯总统和美国总统星期三在日内瓦会晤，会谈持续了三个多小时。"},
		{"ja", "Japanese", "ロシアの大統領とアメリカの大統領は水曜日にジュネーブで会談し、三時間以上話し合った。"},
	} {
		a := readText(t, c.text)
		if a.Language != c.want {
			t.Errorf("%q: language %q, want %q", shorten(c.text, 40), a.Language, c.want)
		}
		name, foreign := Foreign(a)
		if name != c.name || foreign != (c.name != "") {
			t.Errorf("%q: %q, %v", shorten(c.text, 40), name, foreign)
		}
		warned := strings.Contains(strings.Join(a.Warnings, "\n"), "seems to be "+c.name+":")
		if warned != foreign {
			t.Errorf("%q: warnings %q", shorten(c.text, 40), a.Warnings)
		}
	}
}

// TestWavering checks that a text which could be in several languages gets the
// same one every time.
func TestWavering(t *testing.T) {
	for _, text := range []string{"ъъъ ыыы ъыъы ыъыъ ъъъы ыыыъ", "गगग गघग", "zzqx qxzz xqqz zxzx qqxz xzqx zqzq xqxq zzzx qqqx xxxz zqxz qzxq", "عع ععع عععع"} {
		want := readText(t, text).Language
		for range 50 {
			if got := readText(t, text).Language; got != want {
				t.Fatalf("%q: %q and %q", text, want, got)
			}
		}
	}
}

func TestMixedLanguage(t *testing.T) {
	english := "The two presidents met in Geneva on Wednesday, and they spoke about the fate of the prisoners for more than three hours. "
	spanish := "El presidente ruso y su homólogo estadounidense se reunieron el miércoles en Ginebra y hablaron más de tres horas sobre la suerte de los presos. "
	a := readText(t, strings.Repeat(english, 5)+"\n\n"+strings.Repeat(spanish, 9))
	if a.Language != "en" || !strings.Contains(strings.Join(a.Warnings, "\n"), "part of the text") {
		t.Errorf("%q %q", a.Language, a.Warnings)
	}
}

func TestDeclaredLanguage(t *testing.T) {
	for in, want := range map[string]string{"en-GB": "en", "EN_us": "en", "fr": "fr", "": "", "english": "", "x1": "", "zh-Hans-CN": "zh"} {
		if got := declaredLanguage(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
